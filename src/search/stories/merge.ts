import type { ExcerptPart } from '../excerpt.ts';
import type { Findings } from './find.ts';
import type { TextFindings, TextHit } from './text-tier.ts';

/** A story to show, with its text's excerpt when the text was needed to find it. */
export interface Shown {
  doc: number;
  excerpt: (() => Promise<ExcerptPart[]>) | null;
}

/** The stories that answer, in the order to show. */
export interface Merged {
  shown: Shown[];
  how: Findings['how'];
  meant: string | null;
}

const fromText = ({ doc, excerpt }: TextHit): Shown => ({ doc, excerpt });

/** The answer of names, units and summaries alone. */
export const alone = ({ hits, how, meant }: Findings): Merged => ({
  shown: hits.map(({ doc }) => ({ doc, excerpt: null })),
  how,
  meant,
});

/** Each story once, where it stands first. */
function once(shown: readonly Shown[]): Shown[] {
  const seen = new Set<number>();
  return shown.filter(({ doc }) => !seen.has(doc) && seen.add(doc));
}

/**
 * Names, units and summaries before texts, but just the tones that were typed before other tones. What most of the words found gives
 * way to a text that has them all; what was corrected only to a text that has them side by side.
 */
export function merge(findings: Findings, texts: TextFindings): Merged {
  const full = texts.near ? [] : texts.hits;
  if (findings.how === 'all') {
    const own = findings.hits.map(({ doc, exact }) => ({ doc, exact, excerpt: null }));
    const exact = [...own.filter(({ exact: is }) => is), ...full.filter(({ exact: is }) => is)];
    const rest = [
      ...own.filter(({ exact: is }) => !is),
      ...full.filter((hit) => !hit.exact && (hit.phrase || exact.length === 0)),
    ];
    return { shown: once([...exact, ...rest]), how: 'all', meant: null };
  }
  const better = findings.how === 'meant' ? full.filter(({ phrase }) => phrase) : full;
  if (better.length > 0) return { shown: better.map(fromText), how: 'all', meant: null };
  if (findings.how !== 'none') return alone(findings);
  return { shown: texts.hits.map(fromText), how: texts.hits.length > 0 ? 'near' : 'none', meant: null };
}
