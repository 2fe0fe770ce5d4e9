import { randomUUID } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { documentCopier } from './document-copier.ts';

/** A page that was parsed once. */
interface ParsedPage {
  copy: () => Document;
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

const elementsOnly = 1;
const isElement = (node: Node | null): node is Element => node?.nodeType === elementsOnly;

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** linkedom writes attributes and the title as they are: a typed `AT&amp;T` would be read as `AT&T`, `</title>` would end it. */
function escapeTexts(document: Document): void {
  document.title = escapeText(document.title);
  const walker = document.createTreeWalker(document, elementsOnly);
  for (let element = walker.nextNode(); isElement(element); element = walker.nextNode())
    for (const name of element.getAttributeNames()) {
      const attribute = element.getAttributeNode(name);
      if (attribute?.value.includes('&')) attribute.value = attribute.value.replaceAll('&', '&amp;');
    }
}

function parse(html: string): ParsedPage {
  const [{ document }, written] = [parseHTML(html), parseHTML(html)];
  escapeTexts(written.document);
  const fixed = [...written.document.querySelectorAll(fixedParts)].map((part) => part.toString());
  for (const part of document.querySelectorAll(fixedParts)) part.replaceWith(document.createComment(mark));
  return { copy: documentCopier(document), fixed };
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
      escapeTexts(document);
      const written = document.toString().split(`<!--${mark}-->`);
      return written.map((text, place) => text + (page.fixed[place] ?? '')).join('');
    },
  };
}
