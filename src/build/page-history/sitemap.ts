import { writeFile } from 'node:fs/promises';
import { dayInVietnam } from '../../vietnamese/official-date.ts';

/** A page that search engines may show. */
export interface ListedPage {
  /** `/ke-hoach/ii-3/`. */
  path: string;
  /** When the words of the page last changed; null for a page that shows no date. */
  changedAt: Date | null;
}

/** Pages in one file; the protocol allows 50,000. */
const pagesPerFile = 10_000;

const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Whether search engines may list a built page: it names its own address and has no `noindex`. */
export const isListed = (html: string): boolean =>
  html.includes('<link rel="canonical"') && !html.includes('<meta name="robots" content="noindex"');

const entry = (name: 'url' | 'sitemap', address: URL, changedAt: Date | null): string => {
  const day = changedAt ? `<lastmod>${dayInVietnam(changedAt)}</lastmod>` : '';
  return `<${name}><loc>${address.href.replaceAll('&', '&amp;').replaceAll("'", '&apos;')}</loc>${day}</${name}>`;
};

const document = (root: 'urlset' | 'sitemapindex', entries: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${namespace}>\n${entries.join('\n')}\n</${root}>\n`;

const latest = (pages: readonly ListedPage[]): Date | null =>
  pages.reduce<Date | null>(
    (found, { changedAt }) => (changedAt && (!found || changedAt > found) ? changedAt : found),
    null,
  );

/**
 * Writes `sitemap-index.xml` and `sitemap-1.xml` … with the days that the pages show. It must run after the pages are
 * dated. https://www.sitemaps.org/protocol.html
 * @param pages every page that search engines may list
 * @param dir the built site
 * @param origin origin of the site
 */
export async function writeSitemap(
  pages: readonly ListedPage[],
  dir: URL,
  origin: URL,
  perFile = pagesPerFile,
): Promise<void> {
  const sorted = pages.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const files: string[] = [];
  for (let start = 0; start < sorted.length; start += perFile) {
    const listed = sorted.slice(start, start + perFile);
    const name = `sitemap-${files.length + 1}.xml`;
    const urls = listed.map(({ path, changedAt }) => entry('url', new URL(path, origin), changedAt));
    await writeFile(new URL(name, dir), document('urlset', urls));
    files.push(entry('sitemap', new URL(`/${name}`, origin), latest(listed)));
  }
  await writeFile(new URL('sitemap-index.xml', dir), document('sitemapindex', files));
}
