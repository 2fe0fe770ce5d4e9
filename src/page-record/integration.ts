import { readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { openDatabase } from '../postgres.ts';
import { digestOf, withDate } from './dated-page.ts';
import { recordPages } from './store.ts';

/** Held in memory at once; ten thousand pages would not be. */
const batchSize = 200;

/**
 * Puts “Cập nhật lần cuối” into every built page, by what the store knows of the page, and records the page unless the
 * public will not see it. A fault fails the build.
 */
export function datedPages(databaseUrl: string | undefined, isPreview: boolean): AstroIntegration {
  return {
    name: 'dated-pages',
    hooks: {
      'astro:build:done': async ({ dir, pages }) => {
        const db = openDatabase(databaseUrl);
        const now = new Date();
        for (let start = 0; start < pages.length; start += batchSize) {
          const read = pages.slice(start, start + batchSize).map(async ({ pathname }) => {
            const file = new URL(pathname === '404/' ? '404.html' : `${pathname}index.html`, dir);
            return { file, path: `/${pathname}`, html: await readFile(file, 'utf8') };
          });
          const dated = (await Promise.all(read)).flatMap((page) => {
            const digest = digestOf(page.html);
            return digest === null ? [] : [{ ...page, digest }];
          });
          const changedAt = isPreview ? new Map<string, Date>() : await recordPages(db, dated, now);
          await Promise.all(
            dated.map(({ file, path, html }) => writeFile(file, withDate(html, changedAt.get(path) ?? now))),
          );
        }
        await db.end();
      },
    },
  };
}
