import { markLapsed } from '../vocabulary/lapses.ts';
import { fillSlots } from '../vocabulary/slots.ts';

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (value: string) => value.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

/** What is no text of a page: scripts, styles, tags. */
const noText = /(<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<[^>]*>)/;

/** The page that lists the texts says itself which have lapsed. */
const listOfTexts = '/van-ban/';

/** A built page with the owner's words in its slots, and with a mark at each citation of a law that has lapsed. */
export function withOwnersWords(html: string, path: string, day: string): string {
  const filled = html.includes('[điền:') ? fillSlots(html, escaped) : html;
  if (path === listOfTexts) return filled;
  return filled
    .split(noText)
    .map((part, place) => (place % 2 === 0 ? markLapsed(part, day) : part))
    .join('');
}
