import { randomUUID } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { documentCopier } from './document-copier.ts';

/** A page that was parsed once. */
interface ParsedPage {
  copy: () => Document;
  doctype: string;
  /** HTML of the parts that no answer changes. */
  fixed: readonly string[];
}

/** A copy of a built page, for one answer. */
interface OpenPage {
  document: Document;
  /** Writes the document. Do not use it afterwards. */
  html: () => string;
}

/** What no answer changes: the head but for the title, the header and the footer of the site. */
const fixedParts = 'head > :not(title), body > header, body > footer';

/** The comment in place of each fixed part. Nobody can know its text, so nothing that was typed is taken for it. */
const mark = randomUUID();

/** Pages that were parsed, by their HTML, the one that was asked for last at the end: pages of an older build fall out. */
const parsed = new Map<string, ParsedPage>();
const mostParsed = 48;

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * linkedom writes `&` in attributes as it is, so that a typed `AT&amp;T` would be read as `AT&T`. Its class of attributes is not
 * exported; the method is mended on it once, because to go through all attributes of each answer takes a fifth of its time.
 */
function escapeInAttributes(): void {
  const attributes: Attr = Object.getPrototypeOf(parseHTML('<p>').document.createAttribute('title'));
  const written = attributes.toString;
  attributes.toString = function write(this: Attr) {
    if (!this.value.includes('&')) return written.call(this);
    return `${this.name}="${this.value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  };
}
escapeInAttributes();

function parse(html: string): ParsedPage {
  const { document } = parseHTML(html);
  const fixed = [...document.querySelectorAll(fixedParts)].map((part) => {
    part.replaceWith(document.createComment(mark));
    return part.toString();
  });
  return { copy: documentCopier(document), doctype: String(document.doctype), fixed };
}

/** Opens a built page for one answer: parsed once, and copied for each, so that no answer sees another. */
export function openPage(html: string): OpenPage {
  const page = parsed.get(html) ?? parse(html);
  parsed.delete(html);
  parsed.set(html, page);
  const [oldest] = parsed.keys();
  if (parsed.size > mostParsed && oldest !== undefined) parsed.delete(oldest);
  const document = page.copy();
  return {
    document,
    html: () => {
      // linkedom writes a title as it is: `</title>` would end it.
      document.title = escapeText(document.title);
      const written = document.documentElement.outerHTML.split(`<!--${mark}-->`);
      return written.reduce((html, text, place) => html + (page.fixed[place - 1] ?? '') + text, page.doctype);
    },
  };
}
