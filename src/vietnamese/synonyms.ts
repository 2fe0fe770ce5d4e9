import synonymsFile from '../../content/search/synonyms.json' with { type: 'json' };
import { isLikeSyllable } from './syllables.ts';
import { indexWords, type Word } from './words.ts';

/** Groups of synonymous names, as words. */
const groups: readonly Word[][][] = synonymsFile.groups.map((group) => group.map(indexWords));
const mostReadings = 12;

/** Adjacent words of a query with all their meanings; the typed words come first. */
type Span = Word[][];

/** An abbreviation whose letters also make a word: `AI` is no `ai`. */
const isAbbreviation = (form: string): boolean => /[A-Z]/.test(form);

const startsWith = (words: readonly Word[], at: number, name: readonly Word[]): boolean =>
  name.every(({ form, key }, index) => {
    const typed = words[at + index];
    if (typed === undefined || isAbbreviation(form)) return typed?.form === form;
    return typed.form === form || (typed.form === typed.key && typed.key === key);
  });

/** The longest listed name that begins at a word, with its synonyms. */
function spanAt(words: readonly Word[], at: number): { span: Span; length: number } {
  let best: { span: Span; length: number } = { span: [words.slice(at, at + 1)], length: 1 };
  for (const group of groups) {
    for (const name of group) {
      if (!startsWith(words, at, name) || (name.length < best.length && best.span.length > 1)) continue;
      const others = group.filter((other) => other !== name);
      const before = name.length === best.length ? best.span.slice(1) : [];
      best = { span: [words.slice(at, at + name.length), ...before, ...others], length: name.length };
    }
  }
  return best;
}

/** What is no syllable is read as what it stands for at no cost; any other word that gives way counts. */
const costOf = (span: Span, at: number): number =>
  at === 0 || !span[0]?.every(({ form }) => isLikeSyllable(form)) ? 0 : 1;

/**
 * The readings of a query in which abbreviations and their expansions are equal: `CĐS ở xã` also as `chuyển đổi số ở xã`. The
 * typed words come first, then those with the fewest words replaced; at most twelve readings.
 */
export function readings(words: readonly Word[]): Word[][] {
  let all: { way: Word[]; cost: number }[] = [{ way: [], cost: 0 }];
  for (let at = 0; at < words.length; ) {
    const { span, length } = spanAt(words, at);
    all = span
      .flatMap((name, choice) =>
        all.map(({ way, cost }) => ({ way: [...way, ...name], cost: cost + costOf(span, choice) })),
      )
      .sort((a, b) => a.cost - b.cost)
      .slice(0, mostReadings);
    at += length;
  }
  return all.map(({ way }) => way);
}
