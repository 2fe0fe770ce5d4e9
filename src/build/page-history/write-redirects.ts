import { writeFile } from 'node:fs/promises';
import type { Redirect } from '../../gallery/stories/server/publication-log.ts';
import type { Database } from '../../platform/postgres.ts';
import type { Addresses } from './redirects.ts';
import { siteRedirects } from './site-redirects.ts';

/** Netlify's `_redirects` file. https://docs.netlify.com/routing/redirects/ */
export const redirectsFile = (redirects: readonly Redirect[]): string =>
  [...redirects.map(({ from, to, status }) => `${from} ${to} ${status}`), ''].join('\n');

/**
 * Writes `_redirects`. Fails the build when an address that was public would lead nowhere.
 */
export async function writeRedirects(
  db: Database,
  pages: Pick<Addresses, 'known' | 'built'>,
  dir: URL,
): Promise<void> {
  await writeFile(new URL('_redirects', dir), redirectsFile(await siteRedirects(db, pages)));
}
