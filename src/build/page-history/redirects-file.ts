import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { openDatabase } from '../../platform/postgres.ts';
import { moved } from './moved-schema.ts';
import { storyRedirects } from '../../gallery/stories/server/publication-log.ts';
import { keepsShown } from '../../gallery/stories/server/store.ts';
import { allRedirects } from './redirects.ts';
import { readPages } from './store.ts';

/**
 * Writes Netlify's `_redirects`: ids and former addresses of stories, stories taken down, pages moved. Fails the build
 * when an address that was public would lead nowhere. https://docs.netlify.com/routing/redirects/
 */
export function redirectsFile(databaseUrl: string | undefined): AstroIntegration {
  return {
    name: 'redirects-file',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        if (!globalThis.pageRegister) throw new Error('No page was entered.');
        const db = openDatabase(databaseUrl);
        const redirects = allRedirects({
          known: [...(await readPages(db)).keys()],
          built: new Set(globalThis.pageRegister.pages.keys()),
          moved,
          stories: (await keepsShown(db)) ? await storyRedirects(db) : [],
        });
        await db.end();
        const lines = redirects.map(({ from, to, status }) => `${from} ${to} ${status}`);
        await writeFile(new URL('_redirects', dir), [...lines, ''].join('\n'));
      },
    },
  };
}
