import { randomUUID } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { type DocumentState, stateOf } from './document-state.ts';
import { type WrittenParts, writtenParts } from './written-parts.ts';

/** A page that was parsed. */
interface ParsedPage {
  document: Document;
  /** The document as it was parsed. */
  state: DocumentState;
  parts: WrittenParts;
  /** HTML of the parts that no answer changes. */
  fixed: readonly string[];
}

/** A built page, for one answer. */
interface OpenPage {
  document: Document;
  /** Writes the document. Do not use it afterwards: it is another answer's then. */
  html: () => string;
}

/** What no answer changes: the head but for the title, the header and the footer of the site. */
const fixedParts = 'head > :not(title), body > header, body > footer';

/** The comment in place of each fixed part. Nobody can know its text, so nothing that was typed is taken for it. */
const mark = randomUUID();

/**
 * Pages that no answer uses at this moment, by their HTML, the one that was asked for last at the end: pages of an older build fall
 * out. A page is in use from when it is opened until its answer is written.
 */
const idle = new Map<string, ParsedPage>();
const mostIdle = 48;

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
  const state = stateOf(document);
  return { document, state, parts: writtenParts(document), fixed };
}

function rest(html: string, page: ParsedPage): void {
  idle.delete(html);
  idle.set(html, page);
  const [oldest] = idle.keys();
  if (idle.size > mostIdle && oldest !== undefined) idle.delete(oldest);
}

/**
 * Opens a built page for one answer: parsed once, and put right again after each, so that no answer sees another. Where another
 * answer has the page open, it is parsed anew.
 */
export function openPage(html: string): OpenPage {
  const page = idle.get(html) ?? parse(html);
  idle.delete(html);
  const { document, state, parts, fixed } = page;
  return {
    document,
    html: () => {
      // linkedom writes a title as it is: `</title>` would end it.
      document.title = escapeText(document.title);
      const changed = state.changed();
      const written = parts.write(changed.map(({ node }) => node)).split(`<!--${mark}-->`);
      const doctype = String(document.doctype);
      state.restore(changed);
      rest(html, page);
      return written.reduce((text, part, place) => text + (fixed[place - 1] ?? '') + part, doctype);
    },
  };
}
