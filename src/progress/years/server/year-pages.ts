import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { fetchBytes } from '../../../platform/http/fetch-bytes.ts';
import { type Database, hasTable } from '../../../platform/postgres.ts';
import { namesOn, type PublicThings, standingNames } from '../page-names.ts';
import type { PublishablePages, YearPage } from '../year-pages.ts';

const maxBytes = 2 * 1024 * 1024;

/** What is public when pages are kept, and the story of every last part of an address that a story ever had. */
export interface Known {
  things: PublicThings;
  slugs: ReadonlyMap<string, string>;
}

/** A page that the public site serves, with what it names; null where it names what is public no more: a newer build is awaited. */
async function takePage(url: string, path: string, { things, slugs }: Known, standing: ReadonlySet<string>) {
  const page = await fetchBytes(new URL(path, url).href, maxBytes);
  if (!page.ok) return null;
  const names = namesOn({ path, html: Buffer.from(page.bytes).toString('utf8') }, things, slugs);
  return names.every((name) => standing.has(name)) ? { html: gzipSync(page.bytes), names } : null;
}

/**
 * Keeps pages of a year as the public site serves them now, each with what it names. A page that is kept already stays as it is. After
 * `lastStart` no page is asked for. Resolves with the paths that the site did not serve, or not yet without what is public no more.
 */
export async function keepYearPages(
  db: Pick<Database, 'query'>,
  year: number,
  { siteUrl, paths, known }: { siteUrl: string; paths: readonly string[]; known: Known },
  lastStart?: Date,
): Promise<string[]> {
  const { rows } = await db.query<{ path: string }>('select path from year_pages where year = $1', [year]);
  const kept = new Set(rows.map(({ path }) => path));
  const standing = standingNames(known.things);
  const missing: string[] = [];
  for (const path of paths.filter((one) => !kept.has(one))) {
    if (lastStart && Date.now() > lastStart.getTime()) break;
    const page = await takePage(siteUrl, path, known, standing);
    if (page)
      await db.query(
        `with page as (
           insert into year_pages (year, path, html) values ($1, $2, $3) on conflict do nothing returning year, path)
         insert into year_page_names (year, path, names) select year, path, $4 from page`,
        [year, path, page.html, JSON.stringify(page.names)],
      );
    else missing.push(path);
  }
  return missing;
}

/** Every kept page. Throws when the store cannot be read. */
export async function readYearPages(db: Database): Promise<YearPage[]> {
  if (!(await hasTable(db, 'year_pages'))) return [];
  const names = (await hasTable(db, 'year_page_names'))
    ? '(select names from year_page_names n where n.year = p.year and n.path = p.path)'
    : 'null';
  const { rows } = await db.query<{ year: number; path: string; html: Buffer; names: string[] | null }>(
    `select year, path, html, ${names} as names from year_pages p order by year, path`,
  );
  return rows.map(({ year, path, html, names: noted }) => ({
    id: `${year} ${path}`,
    year,
    path,
    html: gunzipSync(html).toString('utf8'),
    names: noted,
  }));
}

/**
 * The pages as one ZIP, each at its path, with a list of their SHA-256 and, where some are published no more, a list that says why. The
 * same pages make the same bytes.
 */
export function zipOfPages({ kept, gone }: PublishablePages): Uint8Array<ArrayBuffer> {
  const sums = kept.map(
    ({ path, html }) => `${createHash('sha256').update(html).digest('hex')}  trang${path}index.html`,
  );
  const files = Object.fromEntries([
    ['SHA256SUMS', strToU8(`${sums.join('\n')}\n`)],
    ...(gone.length > 0 ? [['TRANG-KHONG-CON.txt', strToU8(`${gone.join('.\n')}.\n`)] as const] : []),
    ...kept.map(({ path, html }) => [`trang${path}index.html`, strToU8(html)] as const),
  ]);
  return new Uint8Array(zipSync(files, { level: 9, mtime: new Date('2026-01-01T00:00:00Z') }));
}
