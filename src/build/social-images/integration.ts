import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { showImages } from './image-cache.ts';
import { PictureDesk } from './image-queue.ts';

/** Draws the social images that the pages of a build name, shows them, and keeps them in a folder of `cache` for the next. */
export function socialImages(cache: string): AstroIntegration {
  const folder = join(cache, 'social-images');
  const desk = new PictureDesk(folder);
  return {
    name: 'social-images',
    hooks: {
      'astro:build:start': () => {
        globalThis.pictureDesk = desk;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const names = await desk.finish();
        await showImages(names, fileURLToPath(new URL('anh/', dir)), folder);
        logger.info(`${names.size} images`);
      },
    },
  };
}
