/** The sections of the site in a search, in the order in which results are shown. */
export const sections = [
  { id: 'ke-hoach', name: 'Kế hoạch' },
  { id: 'trang', name: 'Trang' },
  { id: 'dien-hinh', name: 'Điển hình' },
] as const;

/** Id of a section: the value of the index's filter `section`. */
export type SectionId = (typeof sections)[number]['id'];

/** Pages that are not indexed: the whole plan repeats its clauses, the others only link to indexed pages. */
const unlisted = ['/', '/ke-hoach/', '/dien-hinh/', '/tim-kiem/', '/so-do/'];
const noindex = /<meta name="robots" content="[^"]*noindex/;

/** Elements without text to read. They make up most of a page's bytes. */
const unread = /<(style|script|svg)\b[^>]*>.*?<\/\1>/gs;
const facts = /<meta [^>]*data-pagefind[^>]*>/g;

/** An article that marks itself for the index; the rest of the main part is left out. */
const article = /<article data-pagefind-body.*<\/article>/s;

/** A page without the shared frame: keeps its language, the facts of its head and its main part. */
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
 * The part of a built page for the index, or null for a page that is not searched. A page that marks its own part
 * (`data-pagefind-body`: clauses, stories) stays as it is. Every other Vietnamese page that search engines may list is
 * indexed with its `<main>`, in the section `trang`.
 */
export function searchable(url: string, html: string): string | null {
  if (html.includes('data-pagefind-body')) return withoutFrame(html);
  if (unlisted.includes(url) || noindex.test(html) || !html.includes('<html lang="vi"')) return null;
  return withoutFrame(html.replace('<main', '<main data-pagefind-body data-pagefind-filter="section:trang"'));
}
