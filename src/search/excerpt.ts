import { fromShadow } from './shadow.ts';

/** A part of an excerpt; `hit` when the part is one of the query's words. */
export interface ExcerptPart {
  text: string;
  hit: boolean;
}

/** Pagefind's excerpt (`… <mark>ḏường</mark> …`, where only `<` and `>` are escaped) as parts of plain text. */
export function readExcerpt(html: string): ExcerptPart[] {
  return fromShadow(html)
    .split(/(<mark>.*?<\/mark>)/)
    .filter((part) => part !== '')
    .map((part) => ({
      text: part
        .replace(/<\/?mark>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>'),
      hit: part.startsWith('<mark>'),
    }));
}
