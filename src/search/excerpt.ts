import { fromShadow } from './shadow.ts';

/** A stretch of an excerpt; `hit` when it is one of the words asked for. */
export interface ExcerptPart {
  text: string;
  hit: boolean;
}

/** Pagefind's excerpt (`… <mark>ḏường</mark> …`, where only `<` and `>` are escaped) as plain text in stretches. */
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
