import { getLiveCollection } from 'astro:content';

/** A collection of `src/live.config.ts`, by the types that Astro makes of it. */
type Name = Parameters<typeof getLiveCollection>[0];

/** All that the store holds of a kind. Throws what the reading threw: the site never shows less than it should in silence. */
export async function readLiveCollection<N extends Name>(name: N) {
  const { entries, error } = await getLiveCollection(name);
  if (!entries) throw error;
  return entries.map(({ data }) => data);
}
