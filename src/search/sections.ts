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

/**
 * A built page as the index takes it, or null when it is not for search. A page that marks its own part
 * (`data-pagefind-body`: clauses, stories) is taken as it is; of every other Vietnamese page that search
 * engines may keep, `<main>` is taken, in the section `trang`.
 */
export function searchable(url: string, html: string): string | null {
  if (html.includes('data-pagefind-body')) return html;
  if (unlisted.includes(url) || noindex.test(html) || !html.includes('<html lang="vi"')) return null;
  return html.replace('<main', '<main data-pagefind-body data-pagefind-filter="section:trang"');
}
