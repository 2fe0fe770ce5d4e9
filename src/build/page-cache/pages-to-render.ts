import { someAtATime } from '../../platform/map-in-batches.ts';

/** Pages asked after at once. */
const atOnce = 64;

/**
 * The pages of a route that this build must render; the others are put in their places as an earlier build wrote them.
 * @param pathOf the address of a page: `/dien-hinh/ao-ca/`
 * @param madeFrom all that the page shows and that the sources do not hold, as JSON
 */
export async function toRender<P>(
  pages: readonly P[],
  pathOf: (page: P) => string,
  madeFrom: (page: P) => unknown,
): Promise<P[]> {
  const { keptPages } = globalThis;
  if (!keptPages) return [...pages];
  const shown = await someAtATime(pages, atOnce, (page) => keptPages.show(pathOf(page), madeFrom(page)));
  return pages.filter((_, place) => !shown[place]);
}
