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

/**
 * An excerpt of a page set as a sentence of its own: dots only where text was left out, and not the dash of
 * a bullet of the plan.
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
