import { getLiveCollection } from 'astro:content';

/** A collection of `src/live.config.ts`, by the types that Astro makes of it. */
type Name = Parameters<typeof getLiveCollection>[0];

/** All entries of a live collection. Rethrows the error of the store, so the build fails instead of leaving entries out. */
export async function readLiveCollection<N extends Name>(name: N) {
  const { entries, error } = await getLiveCollection(name);
  if (!entries) throw error;
  return entries.map(({ data }) => data);
}
