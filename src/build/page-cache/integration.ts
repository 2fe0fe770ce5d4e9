import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { dayInVietnam } from '../../vietnamese/official-date.ts';
import { KeptPages } from './page-cache.ts';
import { PageStore } from './page-store.ts';
import { digestOfSurroundings } from '../../platform/files/source-digest.ts';

/** Where caches are, where the site will stand, which stories it may show, and whether the public will see this build. */
interface KeptPagesOptions {
  BUILD_CACHE: string;
  siteUrl: string;
  isLocal: boolean;
  isPreview: boolean;
}

/**
 * Has pages that say the same as in the last build taken from there. Stands after the integration that opens the register
 * of pages, and last of all, so that nothing is kept of a build that fails. A preview neither takes nor leaves pages.
 */
export function keptPages({ BUILD_CACHE, siteUrl, isLocal, isPreview }: KeptPagesOptions): AstroIntegration {
  const folder = join(BUILD_CACHE, 'story-pages');
  let outDir: URL | undefined;
  return {
    name: 'kept-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = config.outDir;
      },
      'astro:build:start': async () => {
        const register = globalThis.pageRegister;
        if (isPreview || !register || !outDir) return;
        globalThis.keptPages = new KeptPages({
          store: await PageStore.open(folder),
          register,
          surroundings: await digestOfSurroundings({ siteUrl, isLocal, day: dayInVietnam(new Date()) }),
          dir: fileURLToPath(outDir),
        });
      },
      'astro:build:done': async ({ logger }) => {
        const { keptPages: pages } = globalThis;
        if (!pages) return;
        logger.info(`${pages.shown} pages as they were`);
        try {
          await pages.keep();
        } catch (error) {
          // The site is good, and the sync was told so: the next build renders every page.
          logger.warn(`no page is kept: ${error}`);
          await rm(folder, { recursive: true, force: true });
        }
      },
    },
  };
}
