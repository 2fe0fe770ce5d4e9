import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { fetchBytes } from '../../../platform/http/fetch-bytes.ts';
import { type Database, hasTable } from '../../../platform/postgres.ts';
import type { YearPage } from '../year-pages.ts';

const maxBytes = 2 * 1024 * 1024;

/**
 * Keeps pages of a year as the public site serves them now. A page that is kept already stays as it is. After `lastStart` no page is
 * asked for. Resolves with the paths that the site did not serve.
 */
export async function keepYearPages(
  db: Pick<Database, 'query'>,
  year: number,
  siteUrl: string,
  paths: readonly string[],
  lastStart?: Date,
): Promise<string[]> {
  const { rows } = await db.query<{ path: string }>('select path from year_pages where year = $1', [year]);
  const kept = new Set(rows.map(({ path }) => path));
  const missing: string[] = [];
  for (const path of paths.filter((one) => !kept.has(one))) {
    if (lastStart && Date.now() > lastStart.getTime()) break;
    const page = await fetchBytes(new URL(path, siteUrl).href, maxBytes);
    if (page.ok)
      await db.query('insert into year_pages (year, path, html) values ($1, $2, $3) on conflict do nothing', [
        year,
        path,
        gzipSync(page.bytes),
      ]);
    else missing.push(path);
  }
  return missing;
}

/** Every kept page. Throws when the store cannot be read. */
export async function readYearPages(db: Database): Promise<YearPage[]> {
  if (!(await hasTable(db, 'year_pages'))) return [];
  const { rows } = await db.query<{ year: number; path: string; html: Buffer }>(
    'select year, path, html from year_pages order by year, path',
  );
  return rows.map(({ year, path, html }) => ({
    id: `${year} ${path}`,
    year,
    path,
    html: gunzipSync(html).toString('utf8'),
  }));
}

/** The pages as one ZIP, each at its path, with a list of their SHA-256. The same pages make the same bytes. */
export function zipOfPages(pages: readonly YearPage[]): Uint8Array<ArrayBuffer> {
  const sums = pages.map(
    ({ path, html }) => `${createHash('sha256').update(html).digest('hex')}  trang${path}index.html`,
  );
  const files = Object.fromEntries([
    ['SHA256SUMS', strToU8(`${sums.join('\n')}\n`)],
    ...pages.map(({ path, html }) => [`trang${path}index.html`, strToU8(html)] as const),
  ]);
  return new Uint8Array(zipSync(files, { level: 9, mtime: new Date('2026-01-01T00:00:00Z') }));
}
