import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { indexPages } from './index-pages.ts';
import { writeIndexFiles } from '../../gallery/search/server/index-files.ts';

/** Builds the search index after Astro has written the pages; a fault fails the build. */
export function vietnameseSearch(): AstroIntegration {
  return {
    name: 'vietnamese-search',
    hooks: {
      'astro:build:start': () => {
        globalThis.storyIndexFiles = null;
      },
      'astro:build:done': async ({ dir, logger }) => {
        await writeIndexFiles(
          fileURLToPath(new URL('chi-muc/', dir)),
          globalThis.storyIndexFiles ?? new Map(),
        );
        globalThis.storyIndexFiles = undefined;
        const pages = await indexPages(fileURLToPath(dir));
        logger.info(`${pages} pages indexed`);
      },
    },
  };
}
