import { readdir } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { forgetOthers } from './kept-images.ts';

/** Keeps, for the next build, the social images of this one and no others. */
export function socialImages(): AstroIntegration {
  return {
    name: 'social-images',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const shown = new Set(await readdir(new URL('anh/', dir)));
        await forgetOthers(shown);
        logger.info(`${shown.size} images`);
      },
    },
  };
}
