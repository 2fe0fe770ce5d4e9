import { writeFile } from 'node:fs/promises';
import type { Database } from '../../platform/postgres.ts';
import type { Addresses } from './redirects.ts';
import { siteRedirects } from './site-redirects.ts';

/**
 * Writes Netlify's `_redirects`. Fails the build when an address that was public would lead nowhere.
 * https://docs.netlify.com/routing/redirects/
 */
export async function writeRedirects(
  db: Database,
  pages: Pick<Addresses, 'known' | 'built'>,
  dir: URL,
): Promise<void> {
  const redirects = await siteRedirects(db, pages);
  const lines = redirects.map(({ from, to, status }) => `${from} ${to} ${status}`);
  await writeFile(new URL('_redirects', dir), [...lines, ''].join('\n'));
}
