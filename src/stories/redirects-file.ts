import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { openDatabase } from '../postgres.ts';
import { keepsShown } from './store.ts';
import { storyRedirects } from './shown.ts';

/** Writes Netlify's `_redirects`: ids, former addresses, stories taken down. https://docs.netlify.com/routing/redirects/ */
export function redirectsFile(databaseUrl: string | undefined): AstroIntegration {
  return {
    name: 'redirects-file',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const db = openDatabase(databaseUrl);
        const redirects = (await keepsShown(db)) ? await storyRedirects(db) : [];
        await db.end();
        const lines = redirects.map(({ from, to, status }) => `${from} ${to} ${status}`);
        await writeFile(new URL('_redirects', dir), [...lines, ''].join('\n'));
      },
    },
  };
}
