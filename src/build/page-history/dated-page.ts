import { createHash } from 'node:crypto';
import { dayInVietnam, officialDate } from '../../vietnamese/official-date.ts';

/** The empty element of the layout for the date. The attribute's value is the page's language. */
const room = /<time data-changed="(vi|en)"[^>]*><\/time>/;

const inEnglish = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Asia/Ho_Chi_Minh' });

/** The words of a page from its main part to the element for the date. Null for a page without that element. */
function wordsOf(html: string): string | null {
  const end = html.search(room);
  if (end === -1) return null;
  return html
    .slice(html.indexOf('<main'), end)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

/** A digest of a page's words, independent of markup; null for a page that shows no date of change. */
export function contentDigest(html: string): string | null {
  const words = wordsOf(html);
  return words === null ? null : createHash('sha256').update(words).digest('base64url');
}

/** The page with the day of its last change filled in. */
export function withDate(html: string, changedAt: Date): string {
  return html.replace(room, (_, lang: string) => {
    const day = dayInVietnam(changedAt);
    return `<time datetime="${day}">${lang === 'en' ? inEnglish.format(changedAt) : officialDate(day)}</time>`;
  });
}
