import { contactParts } from '../gallery/stories/contact-parts.ts';
import { escapeMarkup } from '../platform/markup.ts';
import { lapseMarker } from '../vocabulary/lapses.ts';
import { fillSlots } from '../vocabulary/slots.ts';

/** A value within a string of a script, JSON-LD above all. */
const inScript = (value: string) => JSON.stringify(value).slice(1, -1).replaceAll('<', '\\u003c');

/** A value with its telephone numbers and mail addresses as links. */
const linked = (value: string): string =>
  contactParts(value)
    .map(({ text, href }) =>
      href ? `<a href="${escapeMarkup(href)}">${escapeMarkup(text)}</a>` : escapeMarkup(text),
    )
    .join('');

/** What is no text of a page: scripts, styles, tags. */
const noText = /(<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<[^>]*>)/;
/** Elements that hold no link. */
const holdsNoLink = /^<(\/?)(?:a|button|summary|title|textarea|option|text)\b/;

/** A page with the owner's words in its slots, each as its place takes it. */
function filled(html: string): string {
  if (!html.includes('[điền:')) return html;
  let depth = 0;
  return html
    .split(noText)
    .map((part, place) => {
      if (place % 2 === 0) return fillSlots(part, depth > 0 ? escapeMarkup : linked);
      const [, closes] = holdsNoLink.exec(part) ?? [];
      if (closes !== undefined) depth = closes ? Math.max(0, depth - 1) : depth + 1;
      return fillSlots(part, part.startsWith('<script') ? inScript : escapeMarkup);
    })
    .join('');
}

/** The page that lists the texts says itself which have lapsed. */
const listOfTexts = '/van-ban/';

/** A built page with the owner's words in its slots, and with a mark at each citation of a law that has lapsed. */
export function withOwnersWords(html: string, path: string, day: string): string {
  const said = filled(html);
  const mark = path === listOfTexts ? null : lapseMarker(day);
  if (!mark) return said;
  return said
    .split(noText)
    .map((part, place) => (place % 2 === 0 ? mark(part) : part))
    .join('');
}
