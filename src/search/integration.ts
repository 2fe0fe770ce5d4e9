import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { indexPages } from './index-pages.ts';

/** Builds the search index after Astro has written the pages; a fault fails the build. */
export function vietnameseSearch(): AstroIntegration {
  return {
    name: 'vietnamese-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await indexPages(fileURLToPath(dir));
        logger.info(`${pages} pages indexed`);
      },
    },
  };
}
