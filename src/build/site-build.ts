import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { noteBuilt } from '../back-office/sync/rebuild.ts';
import { syncState } from '../back-office/sync/sync-state.ts';
import { isMigrated } from '../gallery/stories/server/store.ts';
import { type Database, openDatabase } from '../platform/postgres.ts';
import { finishPages } from './finish-pages.ts';
import { writeSitemap } from './page-history/sitemap.ts';
import { readKnownPages, recordPages } from './page-history/store.ts';
import { writeRedirects } from './page-history/write-redirects.ts';
import { indexPages } from './search-index/index-pages.ts';
import { writeHeaders } from './security/write-headers.ts';

/** The database, the origin of the site, and the audience of this build: a developer, a preview's readers, or the public. */
interface SiteBuildOptions {
  DATABASE_URL?: string | undefined;
  siteUrl: string;
  isLocal: boolean;
  isPreview: boolean;
}

/**
 * Completes the site from the pages that Astro wrote. Any error fails the build. Only after the last file is written, the store
 * records the pages and the sync learns that the build is done.
 */
async function finishSite(db: Database, dir: URL, { siteUrl, isPreview }: SiteBuildOptions): Promise<string> {
  const known = await readKnownPages(db);
  // A preview dates all pages anew and stores no dates.
  const pages = await finishPages(fileURLToPath(dir), isPreview ? new Map() : known, new Date());
  await writeSitemap(pages.listed, dir, new URL(siteUrl));
  const indexed = await indexPages(fileURLToPath(dir));
  await writeHeaders(dir);
  await writeRedirects(db, { known: [...known.keys()], built: pages.paths }, dir);
  if (!isPreview) await recordPages(db, pages.dated);
  if (await isMigrated(db)) await noteBuilt(syncState(db));
  return `${pages.paths.size} pages, ${indexed} of them stories in the index of texts`;
}

/** The Astro integration with all build steps of this site. */
export function siteBuild(options: SiteBuildOptions): AstroIntegration {
  return {
    name: 'site-build',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        // The style guide is for developers only.
        if (options.isLocal || options.isPreview)
          injectRoute({ pattern: '/thiet-ke', entrypoint: 'src/pages/_thiet-ke.astro' });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const db = openDatabase(options.DATABASE_URL);
        try {
          logger.info(await finishSite(db, dir, options));
        } finally {
          await db.end();
        }
      },
    },
  };
}
