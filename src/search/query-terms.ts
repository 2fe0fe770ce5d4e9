import { fold } from '../vietnamese/fold.ts';
import { isForeign } from '../vietnamese/foreign-words.ts';
import { isLikeSyllable } from '../vietnamese/syllables.ts';
import { isOneSlip, withoutKeys } from '../vietnamese/typos.ts';
import { isMarked, isNumeric, type Word, wordsOf } from '../vietnamese/words.ts';
import type { TermIndex } from './term-index.ts';

/** A word of the index that may replace a word of the query, and how well it fits; 1 is the word itself. */
interface Choice {
  key: string;
  worth: number;
}

/** One word of a query. */
export interface Slot {
  word: Word;
  /** The word was typed with tones or đ, so the query means exactly this spelling. */
  marked: boolean;
  /** The word means this spelling and no other: the index has it as it was typed. */
  binds: boolean;
  /** A small word that a title may leave out. */
  optional: boolean;
  /** Any of these words matches; empty when the index has no such word. */
  choices: Choice[];
  /** The choices are corrections of the typed word. */
  corrected: boolean;
}

/** Function words, and words with which people wrap a question. A title may leave them out. */
const small = new Set(
  `và của các cho với tại trong là ở về những được bằng từ tôi hỏi tìm đâu gì nào thế huyện ạ nhé vậy có phải muốn cần xin giúp
  mình em này đó thì đã sẽ rồi chưa thể nếu xem bây giờ à hả nhỉ ad admin sao mà nên bị ra một mấy người theo cái nhiêu
  chúng đang anh chị cô chú bác con dành xong quá lỡ giùm hộ luôn nữa cả vẫn cũng để tui tụi thôi lúc khỏi dạ thưa dùm nha nghen hen ơi ủa kính`.split(
    /\s+/,
  ),
);
/** The same for whoever types no tones. Not those whose letters are mostly another word. */
const smallUntyped = new Set(
  [...small]
    .map(fold)
    .filter(
      (key) =>
        !/^(?:o|nam|the|an|ban|co|can|tu|ra|cai|anh|chi|con|ad|bac|chu|may|nguoi|nhieu|hoi|bang|tai|muon|khoi|qua|lo)$/.test(
          key,
        ),
    ),
);
const isSmallAlone = ({ form, key }: Word): boolean =>
  small.has(form) || (form === key && smallUntyped.has(key));
/** Words that are small where they stand together: the question word, and what the whole site is about. */
const smallPhrases = [
  'ở đâu',
  'phong trào này',
  'phong trào thi đua đổi mới sáng tạo',
  'thực hiện kế hoạch 113',
].map(wordsOf);

/** Whether a phrase stands at a place of a query: with its tones, or without any. */
const standsAt = (words: readonly Word[], phrase: readonly Word[], start: number): boolean =>
  phrase.every(({ form, key }, at) => {
    const word = words[start + at];
    return word !== undefined && (word.form === form || (word.form === word.key && word.key === key));
  });

/** Which words of a query are small. */
function smallOf(words: readonly Word[]): boolean[] {
  const isSmall = words.map(isSmallAlone);
  for (const phrase of smallPhrases)
    for (const start of words.keys())
      if (standsAt(words, phrase, start)) isSmall.fill(true, start, start + phrase.length);
  return isSmall;
}

/** The words of a query that are not small; all words where each is small. */
export function largeWords(words: readonly Word[]): readonly Word[] {
  const isSmall = smallOf(words);
  const large = words.filter((_, at) => !isSmall[at]);
  return large.length > 0 ? large : words;
}

const mostBeginnings = 8;
const mostCorrections = 10;
/** Fewest letters of a word that is corrected. One slip turns a shorter word into almost any other. */
const shortest = 3;

const byWeight = (index: TermIndex, keys: string[]): string[] =>
  [...keys].sort((a, b) => index.weight(b) - index.weight(a));

const choicesOf = (keys: readonly string[], worth: number): Choice[] => keys.map((key) => ({ key, worth }));

const beginnings = (index: TermIndex, key: string): Choice[] =>
  choicesOf(byWeight(index, index.beginningWith(key)).slice(0, mostBeginnings), 0.9);

/** Corrections of an unknown word. Codes and single letters are not corrected. */
function corrections(index: TermIndex, key: string): Choice[] {
  const plain = withoutKeys(key);
  if (plain && index.has(plain)) return choicesOf([plain], 0.95);
  if (/\d/.test(key)) return [];
  const near = index.keys.filter((other) => other.length >= shortest && isOneSlip(key, other));
  return choicesOf(byWeight(index, near).slice(0, mostCorrections), 0.8);
}

/** A word that is no syllable, no number and no code may be a slip. A Vietnamese syllable, a foreign word, a place or a name never is. */
export const maySlip = (index: TermIndex, { key, form }: Word): boolean =>
  !index.has(key) &&
  !index.isOnlyInTexts(key) &&
  key.length >= shortest &&
  !isForeign(key) &&
  !isLikeSyllable(form.toLowerCase());

/** What slots allow beside the typed words: `unfinished`, the last word may begin a longer one; `corrected`, slips are mended. */
export type Leniency = 'none' | 'unfinished' | 'corrected';

/** The slots of a reading. */
export function slotsOf(index: TermIndex, words: readonly Word[], leniency: Leniency = 'none'): Slot[] {
  const isSmall = smallOf(words);
  const someLarge = isSmall.includes(false);
  return words.map((word, at) => {
    const { key } = word;
    const isLast = at === words.length - 1;
    const slot = {
      word,
      marked: isMarked(word),
      binds: false,
      optional: someLarge && isSmall[at] === true,
      corrected: false,
    };
    if (isLast && !isNumeric(key) && (leniency === 'unfinished' || !index.has(key))) {
      const choices = beginnings(index, key);
      if (choices.length > 0) return { ...slot, choices };
    }
    if (index.has(key)) return { ...slot, choices: [{ key, worth: 1 }] };
    if (leniency !== 'corrected' || !maySlip(index, word)) return { ...slot, choices: [] };
    return { ...slot, choices: corrections(index, key), corrected: true };
  });
}

/** Most occurrences of a word that a title may leave out, so that they are worth loading. A small index has no such word. */
const mostOfSmall = 2048;

/** Takes what very many documents have, and any may lack, out of a query: it would be most of what is loaded, and says least. */
export const withoutHeavy = (index: TermIndex, slots: readonly Slot[]): readonly Slot[] =>
  slots.map((slot) =>
    slot.optional && slot.choices.some(({ key }) => 2 ** index.weight(key) > mostOfSmall)
      ? { ...slot, choices: [] }
      : slot,
  );

/** All keys that slots may need. */
export const keysOf = (slots: readonly Slot[]): string[] =>
  slots.flatMap(({ choices }) => choices.map(({ key }) => key));
