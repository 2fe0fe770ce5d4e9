import { writeFile } from 'node:fs/promises';
import { storyRedirects } from '../../gallery/stories/server/publication-log.ts';
import { keepsShown } from '../../gallery/stories/server/store.ts';
import type { Database } from '../../platform/postgres.ts';
import { moved } from './moved-schema.ts';
import { type Addresses, allRedirects } from './redirects.ts';

/**
 * Writes Netlify's `_redirects`: former addresses of stories, withdrawn stories, moved pages. Fails the build
 * when an address that was public would lead nowhere. https://docs.netlify.com/routing/redirects/
 */
export async function writeRedirects(
  db: Database,
  pages: Pick<Addresses, 'known' | 'built'>,
  dir: URL,
): Promise<void> {
  const stories = (await keepsShown(db)) ? await storyRedirects(db) : [];
  const lines = allRedirects({ ...pages, moved, stories }).map(
    ({ from, to, status }) => `${from} ${to} ${status}`,
  );
  await writeFile(new URL('_redirects', dir), [...lines, ''].join('\n'));
}
