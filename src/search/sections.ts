/** The parts of the site that a search tells apart, in the order in which results are shown. */
export const sections = [
  { id: 'ke-hoach', name: 'Kế hoạch' },
  { id: 'trang', name: 'Trang' },
  { id: 'dien-hinh', name: 'Điển hình' },
] as const;

/** Id of a section: the value of the index's filter `section`. */
export type SectionId = (typeof sections)[number]['id'];

/** The whole plan repeats its clauses, and the others only lead to pages that are indexed themselves. */
const unlisted = ['/', '/ke-hoach/', '/dien-hinh/', '/tim-kiem/', '/so-do/'];
const noindex = /<meta name="robots" content="[^"]*noindex/;

/** Drawn or run, never read: most of a page's bytes. */
const unread = /<(style|script|svg)\b[^>]*>.*?<\/\1>/gs;
const facts = /<meta [^>]*data-pagefind[^>]*>/g;

/** What an article that marks itself leaves of the main part around it. */
const article = /<article data-pagefind-body.*<\/article>/s;

/** A page without the frame that all pages share: its language, the facts of its head, its main part. */
function withoutFrame(html: string): string {
  const start = html.indexOf('<main');
  const end = html.indexOf('</main>');
  if (start === -1 || end === -1) return html;
  const [opening = '<html>'] = /<html[^>]*>/.exec(html) ?? [];
  const head = html.slice(0, start).match(facts) ?? [];
  const main = html.slice(start, end);
  const [text] = article.exec(main) ?? [`${main}</main>`];
  return `<!doctype html>${opening}<head>${head.join('')}</head><body>${text.replace(unread, '')}</body></html>`;
}

/**
 * A built page as the index takes it, or null when it is not for search. A page that marks its own part
 * (`data-pagefind-body`: clauses, stories) is taken as it is; of every other Vietnamese page that search
 * engines may keep, `<main>` is taken, in the section `trang`.
 */
export function searchable(url: string, html: string): string | null {
  if (html.includes('data-pagefind-body')) return withoutFrame(html);
  if (unlisted.includes(url) || noindex.test(html) || !html.includes('<html lang="vi"')) return null;
  return withoutFrame(html.replace('<main', '<main data-pagefind-body data-pagefind-filter="section:trang"'));
}
