import { digestOf } from '../../platform/files/digest.ts';
import { digestOfSurroundings } from '../../platform/files/source-digest.ts';
import { dayInVietnam } from '../../vietnamese/official-date.ts';

let surroundings: Promise<string> | undefined;

/**
 * The pages of a route, each with a key: Astro takes a page from the last build when its key is the same. A key changes with the
 * sources, the content, the day and the page's own data.
 * https://docs.astro.build/en/reference/experimental-flags/incremental-build/
 * @param madeFrom all that the page shows and that the sources do not hold, as JSON
 */
export async function withCacheKeys<P>(
  pages: readonly P[],
  madeFrom: (page: P) => unknown,
): Promise<(P & { cacheKey: string })[]> {
  surroundings ??= digestOfSurroundings({ siteUrl: import.meta.env.SITE, day: dayInVietnam(new Date()) });
  const digest = await surroundings;
  return pages.map((page) => ({ ...page, cacheKey: digestOf(digest, madeFrom(page)) }));
}
