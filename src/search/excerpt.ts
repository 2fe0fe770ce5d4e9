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

/**
 * An excerpt of a page as a sentence: with dots only where text was left out, and without the dash of a bullet of
 * the plan.
 */
export function framed(excerpt: readonly ExcerptPart[]): ExcerptPart[] {
  const [first, ...rest] = excerpt;
  if (!first) return [];
  const opening = { ...first, text: first.text.replace(/^[-–] /, '') };
  const last = excerpt.at(-1)?.text ?? '';
  return [
    ...(/^["“]?\p{Lu}/u.test(opening.text || (rest[0]?.text ?? '')) ? [] : [{ text: '… ', hit: false }]),
    ...(opening.text ? [opening] : []),
    ...rest,
    ...(/[.;:!?]["”]?\s*$/.test(last) ? [] : [{ text: ' …', hit: false }]),
  ];
}
