import type { AstroIntegration } from 'astro';
import { openDatabase } from '../../platform/postgres.ts';
import { PageRegister } from './page-register.ts';
import { writeSitemap } from './sitemap.ts';
import { readPages, recordPages } from './store.ts';

/** Where the store is, where the site will stand, and whether the public will see this build. */
interface DatedPagesOptions {
  DATABASE_URL?: string | undefined;
  siteUrl: string;
  isPreview: boolean;
}

/**
 * Puts “Cập nhật lần cuối” into every page as it is written (src/middleware.ts), by what the store knows of the page, and
 * the same days into the sitemap. Records the pages unless the public will not see them. A fault fails the build.
 */
export function datedPages({ DATABASE_URL, siteUrl, isPreview }: DatedPagesOptions): AstroIntegration {
  let register: PageRegister | undefined;
  return {
    name: 'dated-pages',
    hooks: {
      'astro:build:start': async () => {
        const db = openDatabase(DATABASE_URL);
        const known = isPreview ? new Map() : await readPages(db);
        await db.end();
        register = new PageRegister(known, new Date());
        globalThis.pageRegister = register;
      },
      'astro:build:done': async ({ dir }) => {
        if (!register) throw new Error('The build ended before it began.');
        const db = openDatabase(DATABASE_URL);
        if (!isPreview) await recordPages(db, register.dated);
        await db.end();
        await writeSitemap(register.listed, dir, new URL(siteUrl));
      },
    },
  };
}
