import { readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { openDatabase } from '../postgres.ts';
import { digestOf, withDate } from './dated-page.ts';
import { isListed, type ListedPage, writeSitemap } from './sitemap.ts';
import { type BuiltPage, recordPages } from './store.ts';

/** Held in memory at once; ten thousand pages would not be. */
const batchSize = 200;

/**
 * Puts “Cập nhật lần cuối” into every built page, by what the store knows of the page, and the same days into the
 * sitemap. A fault fails the build.
 * @param siteUrl where the site will stand
 */
export function datedPages(databaseUrl: string | undefined, siteUrl: string): AstroIntegration {
  return {
    name: 'dated-pages',
    hooks: {
      'astro:build:done': async ({ dir, pages }) => {
        const db = openDatabase(databaseUrl);
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
          const changedAt = await recordPages(db, dated satisfies BuiltPage[], now);
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
