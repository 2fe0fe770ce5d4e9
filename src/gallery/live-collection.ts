import { getLiveCollection } from 'astro:content';
import type { collections } from '../live.config.ts';

type Name = keyof typeof collections;

/** All that the store holds of a kind. Throws what the reading threw: the site never shows less than it should in silence. */
export async function stored<N extends Name>(name: N) {
  const { entries, error } = await getLiveCollection(name);
  if (!entries) throw error;
  return entries.map(({ data }) => data);
}
