import { queryWords, type Word, wordsOf } from '../vietnamese/words.ts';
import type { ExcerptPart } from './excerpt.ts';

const word = /([\p{L}\p{M}\p{N}]+)/u;
const excerptWords = 30;
const before = 8;
/** A word of one letter marks nothing: it stands everywhere. */
const shortest = 2;

/** Whether a word of a text is one that was typed: with its tones where it has some. */
const isTyped = (typed: readonly Word[], other: Word | undefined): boolean =>
  other !== undefined &&
  typed.some(
    ({ form, key }) => key.length >= shortest && (form === key ? key === other.key : form === other.form),
  );

/** A text in parts, where those that were typed are hits. Neighbouring hits are one. */
export function highlighted(text: string, query: string): ExcerptPart[] {
  const typed = queryWords(query);
  const parts: ExcerptPart[] = [];
  for (const [at, part] of text.split(word).entries()) {
    const hit = at % 2 === 1 && isTyped(typed, wordsOf(part)[0]);
    const last = parts.at(-1);
    const beforeLast = parts.at(-2);
    if (hit && last?.text === ' ' && beforeLast?.hit) {
      beforeLast.text += ` ${part}`;
      parts.pop();
    } else if (last && last.hit === hit && !hit) last.text += part;
    else if (part) parts.push({ text: part, hit });
  }
  // Beside words that stand together as they were typed, a lone one says nothing.
  const together = parts.some(({ text, hit }) => hit && text.includes(' '));
  return parts.map(({ text, hit }) => ({ text, hit: hit && (!together || text.includes(' ')) }));
}

/** The stretch of a text with the most of the typed words; empty where it has none. */
export function excerptOf(text: string, query: string): string {
  const typed = queryWords(query);
  const words = text.split(/\s+/);
  const found = words.map((each) => wordsOf(each).find((part) => isTyped(typed, part))?.key ?? '');
  let best = { start: -1, count: 0 };
  for (const [start, key] of found.entries()) {
    if (key === '') continue;
    const count = new Set(found.slice(start, start + excerptWords - before)).size;
    if (count > best.count) best = { start: Math.max(0, start - before), count };
  }
  if (best.start < 0) return '';
  const stretch = words.slice(best.start, best.start + excerptWords).join(' ');
  return `${best.start > 0 ? '… ' : ''}${stretch}${best.start + excerptWords < words.length ? ' …' : ''}`;
}
