import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { parseHTML } from 'linkedom';
import { mapInChunks } from '../../platform/map-in-chunks.ts';
import { htmlToShadow } from '../../search/shadow.ts';
import { placeTones } from '../../vietnamese/tone-placement.ts';

/** A page of a story in the form that Pagefind indexes. */
export interface IndexedPage {
  /** Its address on this site. */
  url: string;
  /** HTML in the spelling of the index, reduced to the searched part. */
  content: string;
}

/** A page of the site in words. */
export interface PageText {
  href: string;
  title: string;
  summary: string;
  text: string;
}

/** Files read at once. */
const atOnce = 128;

/** The address of a file of a site: `dien-hinh/x/index.html` → `/dien-hinh/x/`. */
export const pageAddress = (file: string): string =>
  `/${file
    .split(sep)
    .join('/')
    .replace(/index\.html$/, '')}`;

/** Elements without text to read. They make up most of a page's bytes. */
const unread = /<(style|script|svg)\b[^>]*>.*?<\/\1>/gs;
/** An article that marks itself for the index of texts; the rest of its page is left out. */
const article = /<article data-pagefind-body.*<\/article>/s;

/** A story's article as a page of its own. */
function articleOnly(html: string): string | null {
  const [text] = article.exec(html) ?? [];
  return text
    ? `<!doctype html><html lang="vi"><head></head><body>${text.replace(unread, '')}</body></html>`
    : null;
}

async function readStory(distDir: string, file: string): Promise<IndexedPage[]> {
  const content = articleOnly(await readFile(join(distDir, file), 'utf8'));
  return content === null ? [] : [{ url: pageAddress(file), content: htmlToShadow(placeTones(content)) }];
}

/** The stories among a built site's HTML files, in the given order. */
export const readIndexedPages = async (distDir: string, files: readonly string[]): Promise<IndexedPage[]> =>
  (await mapInChunks(files, atOnce, (file) => readStory(distDir, file))).flat();

/** Pages whose text stands elsewhere: the plan in its clauses, stories and units in the gallery; and pages of lists. */
const toldElsewhere = /^\/(?:|404\.html|ke-hoach\/.*|dien-hinh\/.*|da-go\/.*|tim-kiem\/|so-do\/|thiet-ke\/)$/;
const unlisted = /<meta name="robots" content="[^"]*noindex/;
const withoutText = 'template, form, nav, noscript, .aside';

/** The text of a page that readers find by its words; null for any other. */
export function readPageText(href: string, html: string): PageText | null {
  if (toldElsewhere.test(href) || unlisted.test(html) || !html.includes('<html lang="vi"')) return null;
  const { document } = parseHTML(html.replace(unread, ''));
  const main = document.querySelector('main');
  if (!main) return null;
  const title = main.querySelector('h1')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const summary = document.querySelector('meta[name="description"]')?.getAttribute('content') ?? '';
  for (const element of main.querySelectorAll(withoutText)) element.remove();
  for (const element of main.querySelectorAll('p, li, td, th, h1, h2, h3, dt, dd, summary'))
    element.append(' ');
  return { href, title, summary, text: main.textContent.replace(/\s+/g, ' ').trim() };
}

/** The texts of a built site's pages. */
export const readPageTexts = async (distDir: string, files: readonly string[]): Promise<PageText[]> =>
  (
    await mapInChunks(files, atOnce, async (file) => {
      const href = pageAddress(file);
      if (toldElsewhere.test(href)) return [];
      const page = readPageText(href, await readFile(join(distDir, file), 'utf8'));
      return page ? [page] : [];
    })
  ).flat();
