import { readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { openDatabase } from '../postgres.ts';
import { digestOf, withDate } from './dated-page.ts';
import { isListed, type ListedPage, writeSitemap } from './sitemap.ts';
import { recordPages } from './store.ts';

/** Held in memory at once; ten thousand pages would not be. */
const batchSize = 200;

/** Where the store is, where the site will stand, and whether the public will see this build. */
interface DatedPagesOptions {
  DATABASE_URL?: string | undefined;
  siteUrl: string;
  isPreview: boolean;
}

/**
 * Puts “Cập nhật lần cuối” into every built page, by what the store knows of the page, and the same days into the
 * sitemap. Records the pages unless the public will not see them. A fault fails the build.
 */
export function datedPages({ DATABASE_URL, siteUrl, isPreview }: DatedPagesOptions): AstroIntegration {
  return {
    name: 'dated-pages',
    hooks: {
      'astro:build:done': async ({ dir, pages }) => {
        const db = openDatabase(DATABASE_URL);
        const now = new Date();
        const listed: ListedPage[] = [];
        for (let start = 0; start < pages.length; start += batchSize) {
          const read = pages.slice(start, start + batchSize).map(async ({ pathname }) => {
            const file = new URL(pathname === '404/' ? '404.html' : `${pathname}index.html`, dir);
            return { file, path: `/${pathname}`, html: await readFile(file, 'utf8') };
          });
          const built = await Promise.all(read);
          const dated = built.flatMap((page) => {
            const digest = digestOf(page.html);
            return digest === null ? [] : [{ ...page, digest }];
          });
          const changedAt = isPreview ? new Map<string, Date>() : await recordPages(db, dated, now);
          await Promise.all(
            dated.map(({ file, path, html }) => writeFile(file, withDate(html, changedAt.get(path) ?? now))),
          );
          for (const { path, html } of built) {
            if (isListed(html)) listed.push({ path, changedAt: changedAt.get(path) ?? null });
          }
        }
        await db.end();
        await writeSitemap(listed, dir, new URL(siteUrl));
      },
    },
  };
}
