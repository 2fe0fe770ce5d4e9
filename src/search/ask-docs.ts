import { isSame, matchInitials } from '../vietnamese/match-words.ts';
import { isLikeSyllable } from '../vietnamese/syllables.ts';
import { readings } from '../vietnamese/synonyms.ts';
import { queryWords, type Word } from '../vietnamese/words.ts';
import { codesTyped } from './codes.ts';
import { docKinds, type SearchDoc } from './doc.ts';
import { type Findings, find } from './find.ts';
import type { MemoryIndex, Row } from './memory-index.ts';
import { largeWords } from './query-terms.ts';
import { type Hit, matchClassOf } from './rank.ts';

/** A document found. */
export interface FoundDoc {
  doc: SearchDoc;
  /** The former name by which it was found; null for any other way. */
  former: string | null;
  /** How well it matches. */
  value: number;
}

/** The answer of the site's own index. */
export interface DocAnswer extends Pick<Findings, 'how' | 'meant'> {
  found: FoundDoc[];
  /** The text is the number or code of what comes first. */
  isCode: boolean;
}

/** Share of the best value below which a document is left out: it shares a word by chance. */
const leastShare = 0.25;
/** The value of what was typed by its number, code or initials. */
const named = 4;
const wholeTitle = 2.2;
const wholeName = 0.5;

/** What a name gains by being what was typed. A title gains more than what people call it. */
function gainOf({ words, isTitle }: Row, ways: readonly (readonly Word[])[]): number {
  const isWhole = (way: readonly Word[]): boolean =>
    way.length === words.length &&
    way.every((typed, at) => words[at] !== undefined && isSame(typed, words[at]));
  if (!ways.some(isWhole)) return 0;
  return isTitle ? wholeTitle : wholeName;
}

/** Below this value, a document has the words scattered over its text. */
const scattered = 0.75;
/** What a hit with every word gains for each class of its match. */
const classShare = 0.3;
/** What a document gains by being about all the words. */
const aboutShare = 1;
/** A document that lacks a word counts a little less. */
const nearShare = 0.95;
const mostNear = 60;
/** The same where the words are one term, and some document has it just as it was typed. */
const besideTermShare = 0.4;
const longestTerm = 4;
/** What a document gains whose open wording a question fits. */
const openGain = 0.5;
/** The same for the share of the question that the wording says. */
const openShare = 1.5;

/** Whether a few large words are one term: somewhere they stand side by side with the tones that were typed. */
const isOneTerm = (typed: readonly Word[], all: readonly Hit[]): boolean =>
  typed.length <= longestTerm &&
  largeWords(typed).length === typed.length &&
  all.some(({ exact, phrase }) => exact && phrase);

/** Each document once, at its best name: those with every word, and those that come near. */
function byDoc(index: MemoryIndex, all: readonly Hit[], near: readonly Hit[], typed: string): FoundDoc[] {
  const ways = readings(queryWords(typed));
  const names = ways.flatMap((way) => [way, largeWords(way)]);
  const about = index.about.of(ways);
  const open = new Map<SearchDoc, number>();
  for (const { doc, share } of ways.flatMap((way) => index.askedOpenly(way)))
    open.set(doc, Math.max(open.get(doc) ?? 0, openGain + openShare * share));
  const best = new Map<SearchDoc, FoundDoc>();
  const add = (hit: Hit, share: number, gain: number): void => {
    const row = index.rows[hit.doc];
    if (!row) return;
    const { doc, former } = row;
    const told = (hit.value + gainOf(row, names)) * share;
    const worth = docKinds[doc.kind].weight;
    const value = (told + aboutShare * about(doc)) * worth + gain + (open.get(doc) ?? 0);
    if (value > (best.get(doc)?.value ?? 0)) best.set(doc, { doc, former, value });
  };
  for (const hit of all)
    add(hit, 1, hit.phrase || hit.value >= scattered ? classShare * matchClassOf(hit) : 0);
  const share = isOneTerm(ways[0] ?? [], all) ? besideTermShare : nearShare;
  for (const hit of near.slice(0, mostNear)) add(hit, share, 0);
  const sorted = [...best.values()].sort((a, b) => b.value - a.value);
  const least = (sorted[0]?.value ?? 0) * leastShare;
  return sorted.filter(({ value }) => value >= least);
}

const mostInitials = 5;
const fewestInitials = 2;

/** The units of which letters are the initials, today's names first: `STNMT`, `Sở KHĐT`. No word of the site is read so. */
function byInitials(index: MemoryIndex, typed: string, isAll: boolean): FoundDoc[] {
  const words = queryWords(typed);
  // Letters alone may be a word of the site, too; beside a word they are a name.
  if (isAll && words.length === 1) return [];
  const hasLetters = words.some(
    ({ form, key }) => key.length >= fewestInitials && !isLikeSyllable(form.toLowerCase()) && !index.has(key),
  );
  if (words.length > mostInitials || !hasLetters) return [];
  const rows = index.rows.filter(
    (row) => row.doc.kind === 'don-vi' && matchInitials(words, row.words) === 'whole',
  );
  const ended = ({ former }: Row): number => Number(former !== null);
  const found = new Map<SearchDoc, FoundDoc>();
  for (const { doc, former } of rows.sort((a, b) => ended(a) - ended(b)))
    if (!found.has(doc)) found.set(doc, { doc, former, value: named });
  return [...found.values()];
}

/** Asks the site's own index: numbers and codes lead straight to what bears them, all else is ranked by words. */
export async function askDocs(index: MemoryIndex, typed: string): Promise<DocAnswer> {
  const direct = codesTyped(typed).flatMap((code) => index.codes.get(code) ?? []);
  const findings = await find(index, typed, 'near');
  const { meant } = findings;
  const isAll = findings.how === 'all';
  const ranked = byDoc(index, isAll ? findings.hits : [], findings.near, typed);
  const units = byInitials(index, typed, isAll);
  if (units.length > 0) return { found: units, how: 'all', meant: null, isCode: false };
  // Keys and spaces change no word, so the answer is that to what was meant.
  if (findings.isRespelled && meant !== null && meant !== typed)
    return { ...(await askDocs(index, meant)), how: 'near', meant };
  if (direct.length === 0) return { found: ranked, how: findings.how, meant: findings.meant, isCode: false };
  const first = [...new Set(direct)].map((doc) => ({ doc, former: null, value: named }));
  const others = findings.how === 'all' ? ranked.filter(({ doc }) => !direct.includes(doc)) : [];
  return { found: [...first, ...others], how: 'all', meant: null, isCode: true };
}
