import { compose } from './compose.ts';
import { type LegacyTable, legacyTables } from './legacy-tables.ts';
import { isLikeSyllable, isSyllable } from './syllables.ts';

/** Words, including the characters that replace letters in old encodings. */
const words = /(?:[A-Za-z¡-ɏ\u02c6\u1e00-\u1eff†‡‰‹›‚„€™˜]|[\u0300-\u036f]){1,40}/g;
const notAscii = /[^A-Za-z]/;

/** Units, ordinals and formulas: µm, m², t°, Nº, m×n. */
const formula =
  /^(?:µ[A-Za-z]{1,2}|[A-Za-z]{0,3}[²³¹°ªº]|°[A-Za-z]|[A-Za-z]?[×÷±][A-Za-z]?|[A-Za-z]·[A-Za-z]|[kcmd]m×(?:[kcmd]?m)?)$/;

/** A capital inside small letters, or a sign inside or before letters: no language writes words like that. */
const oddCapital = /[a-z][À-ÞŒŠŽŸ]/;
const oddSign =
  /[A-Za-z][¡-¿×÷]+[A-Za-zß-ÿ]|^[¡-¿](?:[¡-¿][a-z]|[a-zß-ÿ]{2})|[¡-¿][¡-¿ß-ÿ]$|[A-Za-z]µ$|[a-z][·¸]$|[A-Za-z][†‡‰‹›][A-Za-z]/;

/** Pairs of vowels that VNI writes and no language has. Leaves out -aï- and -oï-, which French has, too. */
const vniPair = /[aoue][âáàåãäêéèúüëùøûõ]|[yôö][ùøûõï]/i;
const oddMark = /[a-zâêô][ÌÒÞ]/;

const decode = ({ letters }: LegacyTable, word: string): string => {
  let meant = '';
  for (let at = 0; at < word.length; at += 1) {
    const pair = letters.get(word.slice(at, at + 2));
    meant += pair ?? letters.get(word.charAt(at)) ?? word.charAt(at);
    if (pair !== undefined) at += 1;
  }
  return compose(meant);
};

/** The word without quotation marks and other signs at its ends. */
const inside = (word: string): string => word.replace(/^[«»¡¿‹›„‚]+|[«»‹›®™©†‡]+$/g, '');

const isCased = (word: string): boolean =>
  word === word.toLowerCase() || word === word.toUpperCase() || word.slice(1) === word.slice(1).toLowerCase();

/** Whether a word reads as Vietnamese (even with wrong capitals), as plain English, or as French `où`, which VNI writes, too. */
function isReadable(word: string): boolean {
  const bare = inside(word);
  return !notAscii.test(bare) || isLikeSyllable(bare.toLowerCase()) || bare.toLowerCase() === 'où';
}

function isMeant(table: LegacyTable, word: string): boolean {
  const meant = decode(table, word).replace(/^\P{L}+|\P{L}+$/gu, '');
  const ascii = word.replace(/[^A-Za-z]/g, '');
  if (ascii === '' || meant === word || !isCased(ascii)) return false;
  // Cleaning removes the ư of TCVN3, so the word may begin with the letters after ư: ơ, ng, u.
  const lower = meant.toLowerCase();
  return isSyllable(lower) || (table.id === 'tcvn3' && isSyllable(lower.replace(/ơ|[ờởỡớợ]/, 'ư$&')));
}

function isStrong({ id }: LegacyTable, word: string): boolean {
  if (oddCapital.test(word) || oddSign.test(word)) return true;
  return (id === 'vni' && vniPair.test(word)) || (id === 'windows-1258' && oddMark.test(word));
}

/** The encoding of a text, and a word that shows it. */
export interface LegacyFound {
  table: LegacyTable;
  word: string;
}

/**
 * Finds the pre-Unicode encoding of a cleaned text. Evidence is one word that no language has and the encoding explains, or two
 * explained words, if explained words outnumber the unexplained ones. Undefined for readable text.
 */
export function findLegacy(text: string): LegacyFound | undefined {
  if (!/[\u00a1-\u00ff]/.test(text)) return undefined;
  const unread = [...new Set(text.match(words) ?? [])].filter(
    (word) => notAscii.test(word) && !formula.test(word) && !isReadable(word),
  );
  if (unread.length === 0) return undefined;
  const found = legacyTables.map((table) => {
    const explained = unread.filter((word) => isMeant(table, word));
    const strong = explained.filter((word) => isStrong(table, word));
    return { table, explained, strong };
  });
  const [best] = [...found].sort(
    (a, b) => b.explained.length - a.explained.length || b.strong.length - a.strong.length,
  );
  if (!best) return undefined;
  const { table, explained, strong } = best;
  const [word = explained[0]] = strong;
  const isSure = strong.length > 0 || (explained.length > 1 && explained.length * 2 > unread.length);
  return isSure && word !== undefined ? { table, word } : undefined;
}
