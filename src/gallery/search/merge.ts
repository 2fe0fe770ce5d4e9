import type { ExcerptPart } from '../../search/excerpt.ts';
import type { Findings } from './find.ts';
import type { StoryHit } from './rank.ts';
import type { TextFindings, TextHit } from './text-tier.ts';

/** A story to show, with its text's excerpt when the text was needed to find it. */
export interface RankedStory {
  doc: number;
  excerpt: (() => Promise<ExcerptPart[]>) | null;
}

/** The stories that answer, in the order to show. */
export interface Merged {
  shown: RankedStory[];
  how: Findings['how'];
  meant: string | null;
}

const fromText = ({ doc, excerpt }: TextHit): RankedStory => ({ doc, excerpt });

/** The answer of names, units and summaries alone. */
export const alone = ({ hits, how, meant }: Findings): Merged => ({
  shown: hits.map(({ doc }) => ({ doc, excerpt: null })),
  how,
  meant,
});

/** Each story once, where it stands first. */
function once(shown: readonly RankedStory[]): RankedStory[] {
  const seen = new Set<number>();
  return shown.filter(({ doc }) => !seen.has(doc) && seen.add(doc));
}

/** A story with most of the words, of this value, is what was meant, though a text somewhere has them all. */
const beyondDoubt = 1.2;
/** A story of less value, its words apart, may have them by chance. */
const chance = 0.6;

const isChance = ({ phrase, value }: StoryHit): boolean => !phrase && value < chance;

/** Whether what names and summaries found comes first, whatever the texts say. */
export function comesFirst({ how, hits: [first] }: Findings): boolean {
  if (!first) return false;
  if (how === 'all') return !isChance(first);
  return how === 'meant' || first.value > beyondDoubt;
}

const fromHit = ({ doc }: Pick<StoryHit, 'doc'>): RankedStory => ({ doc, excerpt: null });

/** Those that have every word: just the tones that were typed before other tones, names before texts. */
function ofAll(own: readonly StoryHit[], full: readonly TextHit[]): RankedStory[] {
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
 * Names, units and summaries before texts. What most of the words found gives way to a text that has them all, unless it is beyond
 * doubt; what was corrected only to a text that has them side by side.
 */
export function merge(findings: Findings, texts: TextFindings): Merged {
  const { hits, how } = findings;
  const full = texts.near ? [] : texts.hits;
  if (how === 'all') return { shown: ofAll(hits, full), how, meant: null };
  const better = how === 'meant' ? full.filter(({ phrase }) => phrase) : full;
  if (better.length > 0) {
    const first = how === 'near' ? hits.filter(({ value }) => value > beyondDoubt) : [];
    return { shown: once([...first.map(fromHit), ...better.map(fromText)]), how: 'all', meant: null };
  }
  if (how !== 'none') return alone(findings);
  return { shown: texts.hits.map(fromText), how: texts.hits.length > 0 ? 'near' : 'none', meant: null };
}
