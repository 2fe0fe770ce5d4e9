import type { ExcerptPart } from './excerpt.ts';
import type { Findings } from './find.ts';
import type { Hit } from './rank.ts';
import type { TextFindings, TextHit } from './text-tier.ts';

/** A story to show, with an excerpt of its text when the text was needed to find the story. */
export interface RankedDoc {
  doc: number;
  excerpt: (() => Promise<ExcerptPart[]>) | null;
}

/** The stories that match, in the order to show. */
export interface Merged {
  shown: RankedDoc[];
  how: Findings['how'];
  meant: string | null;
}

const fromText = ({ doc, excerpt }: TextHit): RankedDoc => ({ doc, excerpt });

/** The answer of names, units and summaries alone. */
export const withoutText = ({ hits, how, meant }: Findings): Merged => ({
  shown: hits.map(({ doc }) => ({ doc, excerpt: null })),
  how,
  meant,
});

/** Removes duplicates: each story stays at its first position. */
function once(shown: readonly RankedDoc[]): RankedDoc[] {
  const seen = new Set<number>();
  return shown.filter(({ doc }) => !seen.has(doc) && seen.add(doc));
}

/** Above this value, a story with most of the words goes before a text that has all words. */
const beyondDoubt = 1.2;
/** Below this value, a story whose words are apart may have the words by chance. */
const chance = 0.6;

const isChance = ({ phrase, value }: Hit): boolean => !phrase && value < chance;

/** Whether the hits in names and summaries come first, whatever the texts find. */
export function comesFirst({ how, hits: [first] }: Findings): boolean {
  if (!first) return false;
  return how === 'all' ? !isChance(first) : first.value > beyondDoubt;
}

const fromHit = ({ doc }: Pick<Hit, 'doc'>): RankedDoc => ({ doc, excerpt: null });

/** Stories that have every word: exact tones before other tones, names before texts. */
function ofAll(own: readonly Hit[], full: readonly TextHit[]): RankedDoc[] {
  const before = own.filter((hit) => !isChance(hit));
  const exact = [
    ...before.filter((hit) => hit.exact).map(fromHit),
    ...full.filter((hit) => hit.exact).map(fromText),
  ];
  const rest = [
    ...before.filter((hit) => !hit.exact).map(fromHit),
    ...full.filter((hit) => !hit.exact && (hit.phrase || exact.length === 0)).map(fromText),
  ];
  return once([...exact, ...rest, ...own.map(fromHit)]);
}

/**
 * Puts hits in names, units and summaries before hits in texts. A text that has all words goes before a story that has most of
 * them, unless that story is certain. Where a text has all words, they were typed as they were meant.
 */
export function merge(findings: Findings, texts: TextFindings): Merged {
  const { hits, how } = findings;
  const full = texts.near ? [] : texts.hits;
  if (how === 'all') return { shown: ofAll(hits, full), how, meant: null };
  // Only with other tones than were typed, and apart: by chance, where names come nearer.
  const isSure = full.some(({ exact, phrase }) => exact || phrase);
  if (full.length > 0 && (isSure || hits.length === 0)) {
    const first = hits.filter(({ value }) => value > beyondDoubt);
    return { shown: once([...first.map(fromHit), ...full.map(fromText)]), how: 'all', meant: null };
  }
  if (how === 'near' || findings.meant) return withoutText(findings);
  return { shown: texts.hits.map(fromText), how: texts.hits.length > 0 ? 'near' : 'none', meant: null };
}
