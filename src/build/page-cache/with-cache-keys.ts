import { readLiveCollection } from '../../gallery/live-collection.ts';
import { digestOf } from '../../platform/files/digest.ts';
import { digestOfSurroundings } from '../../platform/files/source-digest.ts';
import { dayInVietnam } from '../../vietnamese/official-date.ts';

let surroundings: Promise<string> | undefined;

/**
 * The pages of a route, each with a cache key. Astro reuses a page of the last build when the key is the same. The key changes
 * with the sources, the content, the day, what the owner set and the page's own data.
 * https://docs.astro.build/en/reference/experimental-flags/incremental-build/
 * @param madeFrom all data that the page shows and the sources do not contain, as JSON
 */
export async function withCacheKeys<P>(
  pages: readonly P[],
  madeFrom: (page: P) => unknown,
): Promise<(P & { cacheKey: string })[]> {
  surroundings ??= digestOfSurroundings({ siteUrl: import.meta.env.SITE, day: dayInVietnam(new Date()) });
  const digest = digestOf(await surroundings, await readLiveCollection('settings'));
  return pages.map((page) => ({ ...page, cacheKey: digestOf(digest, madeFrom(page)) }));
}
