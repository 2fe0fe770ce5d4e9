import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mapInChunks } from '../platform/map-in-chunks.ts';
import { holdLines } from '../vietnamese/held-lines.ts';
import { dayInVietnam } from '../vietnamese/official-date.ts';
import { withOwnersWords } from './owners-words.ts';
import { BuiltPages } from './page-history/built-pages.ts';
import type { KnownPage } from './page-history/store.ts';
import { pageAddress } from './search-index/read-pages.ts';
import { withOwnPolicy } from './security/page-policy.ts';

/** Files read and written at once. */
const atOnce = 64;
/** Placeholder origin: only the path matters, encoded as a browser requests it. */
const anyOrigin = 'http://localhost';

/**
 * Writes into each page of a built site what the owner set, the day of its last change, and the page's own policy; numbers of
 * documents and figures stay on one line.
 * @param distDir a site whose pages Astro has just written
 * @param known pages of earlier builds, by path
 * @param now the day for pages that are new or have changed
 */
export async function finishPages(
  distDir: string,
  known: ReadonlyMap<string, KnownPage>,
  now: Date,
): Promise<BuiltPages> {
  const pages = new BuiltPages(known, now);
  const files = (await readdir(distDir, { recursive: true })).filter((file) => file.endsWith('.html'));
  await mapInChunks(files, atOnce, async (name) => {
    const file = join(distDir, name);
    const { pathname } = new URL(pageAddress(name), anyOrigin);
    const html = withOwnersWords(await readFile(file, 'utf8'), pathname, dayInVietnam(now));
    await writeFile(file, withOwnPolicy(holdLines(pages.date(pathname, html)), pathname));
  });
  return pages;
}
