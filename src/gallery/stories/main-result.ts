import type { Story } from '../story.ts';
import { changeInWords } from './change.ts';

/** The first result of a story: its name, “1.240 → 655 m³”, and “giảm 47,2%”. */
export interface MainResult {
  indicator: Story['indicators'][number];
  name: string;
  figures: string;
  change: string | null;
  /** Both together: “1.240 → 655 m³ · giảm 47,2%”. */
  words: string;
}

/** Longest figure that a card can show large; longer cells are sentences. */
const longest = 24;

/** The first indicator whose figures before and after are known and short; null where there is none. */
export function mainResult(indicators: Story['indicators']): MainResult | null {
  for (const indicator of indicators) {
    const { name, before, after, unit } = indicator;
    if (!before || !after || before.length > longest || after.length > longest) continue;
    const change = changeInWords({ before, after, unit });
    const tail = !unit || after.endsWith(unit) ? '' : ` ${unit}`;
    const figures = `${before} → ${after}${tail}`;
    return { indicator, name, figures, change, words: [figures, change].filter(Boolean).join(' · ') };
  }
  return null;
}
