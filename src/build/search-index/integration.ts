import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { indexPages } from './index-pages.ts';
import { writeIndexFiles } from '../../gallery/search/server/index-files.ts';

/**
 * Builds the search index after Astro has written the pages; a fault fails the build. Parts of it that have not changed are kept
 * from build to build, in a folder of `cache`.
 */
export function vietnameseSearch(cache: string): AstroIntegration {
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
        const pages = await indexPages(fileURLToPath(dir), join(cache, 'search-parts'), {
          nameOf: (address) => globalThis.keptPages?.nameOf(address) ?? null,
        });
        logger.info(`${pages} pages indexed`);
      },
    },
  };
}
