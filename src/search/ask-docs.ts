import { isSame } from '../vietnamese/match-words.ts';
import { readings } from '../vietnamese/synonyms.ts';
import { queryWords, type Word, wordsOf } from '../vietnamese/words.ts';
import { codesTyped } from './codes.ts';
import { docKinds, type SearchDoc } from './doc.ts';
import { find, findNear, type Findings } from './find.ts';
import type { MemoryIndex, Row } from './memory-index.ts';
import { largeWords } from './query-terms.ts';
import { matchClassOf } from './rank.ts';

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
const wholeTitle = 1.1;
const wholeName = 0.5;
const beginsName = 0.15;
/** A name that ended counts a little less than the same name of today. */
const formerShare = 0.93;

/** What a name gains by being what was typed, or by beginning with it. A title gains more than what people call it. */
function gainOf({ name, isTitle }: Row, ways: readonly (readonly Word[])[]): number {
  const words = wordsOf(name);
  const begins = (way: readonly Word[]): boolean =>
    way.every((typed, at) => words[at] !== undefined && isSame(typed, words[at]));
  const begun = ways.filter(begins);
  if (begun.some(({ length }) => length === words.length)) return isTitle ? wholeTitle : wholeName;
  return begun.length > 0 ? beginsName : 0;
}

/** Below this value, a document has the words scattered over its text. */
const scattered = 0.75;

/**
 * What has most of the words in its name goes before what has all of them scattered over its text; and what has all with other
 * tones than were typed, apart, is no answer where something comes near.
 */
async function withNear(index: MemoryIndex, findings: Findings, typed: string): Promise<Findings> {
  const [top] = findings.hits;
  if (findings.how !== 'all' || !top) return findings;
  const isOther = matchClassOf(top) === 0;
  if (!isOther && (top.value >= scattered || (top.phrase && top.exact))) return findings;
  const near = (await findNear(index, typed)).filter(
    ({ doc, value }) => isOther || (value > top.value && doc !== top.doc),
  );
  if (near.length === 0) return findings;
  return { ...findings, hits: isOther ? near : [...near, ...findings.hits], how: 'near' };
}

/** Each document once, at its best name. */
function byDoc(index: MemoryIndex, { hits, how }: Findings, typed: string): FoundDoc[] {
  const ways = readings(queryWords(typed)).flatMap((way) => [way, largeWords(way)]);
  const best = new Map<SearchDoc, FoundDoc & { order: number }>();
  for (const hit of hits) {
    const row = index.rows[hit.doc];
    if (!row) continue;
    const { doc, former } = row;
    const value = (hit.value + gainOf(row, ways)) * docKinds[doc.kind].weight * (former ? formerShare : 1);
    // Of documents that lack a word, only the value says which comes nearest.
    const order = how === 'all' ? matchClassOf(hit) : 0;
    const before = best.get(doc);
    if (!before || order > before.order || (order === before.order && value > before.value))
      best.set(doc, { doc, former, value, order });
  }
  const sorted = [...best.values()].sort((a, b) => b.order - a.order || b.value - a.value);
  const least = (sorted[0]?.value ?? 0) * leastShare;
  return sorted
    .filter(({ value }) => value >= least)
    .map(({ doc, former, value }) => ({ doc, former, value }));
}

/** Asks the site's own index: numbers and codes lead straight to what bears them, all else is ranked by words. */
export async function askDocs(index: MemoryIndex, typed: string): Promise<DocAnswer> {
  const direct = codesTyped(typed).flatMap((code) => index.codes.get(code) ?? []);
  const findings = await withNear(index, await find(index, typed), typed);
  const ranked = byDoc(index, findings, typed);
  if (direct.length === 0) return { found: ranked, how: findings.how, meant: findings.meant, isCode: false };
  const first = [...new Set(direct)].map((doc) => ({ doc, former: null, value: 3 }));
  const others = findings.how === 'all' ? ranked.filter(({ doc }) => !direct.includes(doc)) : [];
  return { found: [...first, ...others], how: 'all', meant: null, isCode: true };
}
