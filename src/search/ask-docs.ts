import { fold } from '../vietnamese/fold.ts';
import { codesTyped } from './codes.ts';
import { docKinds, type SearchDoc } from './doc.ts';
import { find, findNear, type Findings } from './find.ts';
import type { MemoryIndex } from './memory-index.ts';

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
const wholeName = 0.5;
const beginsName = 0.15;
/** A name that ended counts a little less than the same name of today. */
const formerShare = 0.93;

/** What a name gains by being what was typed, or by beginning with it. */
function gainOf(name: string, typed: string): number {
  const [whole, begun] = [fold(name).trim(), fold(typed).trim()];
  if (whole === begun) return wholeName;
  return whole.startsWith(`${begun} `) || whole.startsWith(`${begun},`) ? beginsName : 0;
}

/** Below this value, a document has the words scattered over its text. */
const scattered = 0.75;

/** What has most of the words in its name goes before what has all of them scattered over its text. */
async function withNear(index: MemoryIndex, findings: Findings, typed: string): Promise<Findings> {
  const [top] = findings.hits;
  if (findings.how !== 'all' || !top || top.value >= scattered) return findings;
  const near = (await findNear(index, typed)).filter(
    ({ doc, value }) => value > top.value && doc !== top.doc,
  );
  return near.length > 0 ? { ...findings, hits: [...near, ...findings.hits], how: 'near' } : findings;
}

/** Each document once, at its best name. */
function byDoc(index: MemoryIndex, { hits, how }: Findings, typed: string): FoundDoc[] {
  const best = new Map<SearchDoc, FoundDoc & { exact: boolean }>();
  for (const { doc: at, value, exact, phrase } of hits) {
    const row = index.rows[at];
    if (!row) continue;
    const { doc, former, name } = row;
    const weighed = (value + gainOf(name, typed)) * docKinds[doc.kind].weight * (former ? formerShare : 1);
    const before = best.get(doc);
    const isBetter =
      !before || (exact && !before.exact) || (exact === before.exact && weighed > before.value);
    if (isBetter) best.set(doc, { doc, former, value: weighed, exact: exact || phrase });
  }
  // Of documents that lack a word, only the value says which comes nearest.
  const byTones = (a: { exact: boolean }, b: { exact: boolean }) =>
    how === 'all' ? Number(b.exact) - Number(a.exact) : 0;
  const sorted = [...best.values()].sort((a, b) => byTones(a, b) || b.value - a.value);
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
