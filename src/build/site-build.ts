import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { z } from 'zod';
import { readSettings } from '../filing/settings/server/store.ts';
import { dataStateSchema, dataStatesPath } from '../gallery/open-data/data-state.ts';
import { recordDataStates } from '../gallery/open-data/server/data-states.ts';
import type { Database } from '../platform/postgres.ts';
import { followRows } from '../vocabulary/owner-settings.ts';
import { finishPages } from './finish-pages.ts';
import { writeSitemap } from './page-history/sitemap.ts';
import { readKnownPages, recordPages } from './page-history/store.ts';
import { writeRedirects } from './page-history/write-redirects.ts';
import { indexPages } from './search-index/index-pages.ts';
import { writeHeaders } from './security/write-headers.ts';
import { thingsFile } from './things-file.ts';

/** Opens the database; the origin of the site, and the audience of this build: a developer, a preview's readers, or the public. */
interface SiteBuildOptions {
  openStore: () => Database;
  siteUrl: string;
  isLocal: boolean;
  isPreview: boolean;
}

/**
 * Completes the site from the pages that Astro wrote. Any error fails the build. The store records the pages only after the last
 * file is written. A preview writes nothing into the store.
 */
async function finishSite(db: Database, dir: URL, { siteUrl, isPreview }: SiteBuildOptions): Promise<string> {
  followRows(await readSettings(db));
  const known = await readKnownPages(db);
  // A preview dates all pages anew and stores no dates.
  const pages = await finishPages(fileURLToPath(dir), isPreview ? new Map() : known, new Date());
  await writeSitemap(pages.listed, dir, new URL(siteUrl));
  const indexed = await indexPages(fileURLToPath(dir));
  await writeHeaders(dir);
  await writeRedirects(db, { known: [...known.keys()], built: pages.paths }, dir);
  if (!isPreview) {
    await recordPages(db, pages.dated);
    const states = await readFile(new URL(`.${dataStatesPath}`, dir), 'utf8');
    await recordDataStates(db, z.array(dataStateSchema).parse(JSON.parse(states)));
  }
  return `${pages.paths.size} pages, ${indexed} of them stories in the index of texts`;
}

/** The Astro integration with all build steps of this site. */
export function siteBuild(options: SiteBuildOptions): AstroIntegration {
  return {
    name: 'site-build',
    hooks: {
      'astro:config:setup': ({ addMiddleware, injectRoute }) => {
        addMiddleware({ entrypoint: new URL('./follow-settings.ts', import.meta.url), order: 'pre' });
        injectRoute({ pattern: `/${thingsFile}`, entrypoint: 'src/pages/_things.json.ts' });
        // The style guide is for developers only.
        if (options.isLocal || options.isPreview)
          injectRoute({ pattern: '/thiet-ke', entrypoint: 'src/pages/_thiet-ke.astro' });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const db = options.openStore();
        try {
          logger.info(await finishSite(db, dir, options));
        } finally {
          await db.end();
        }
      },
    },
  };
}
