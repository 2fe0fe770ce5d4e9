import { changeInWords } from './change.ts';
import type { SureFigure } from './sureness.ts';
import { withUnit } from './with-unit.ts';

/** The first result of a story: its name, “1.240 → 655 m³”, and “giảm 47,2%”. */
export interface MainResult {
  name: string;
  /** How sure it is: “có tài liệu”. */
  sureness: string;
  figures: string;
  change: string | null;
  /** Figures and change: “1.240 → 655 m³ · giảm 47,2%”. */
  words: string;
}

/** Longest figure that a card can show large; longer cells are sentences. */
const longest = 24;

/** The first indicator whose figures before and after are known and short; null where there is none. */
export function mainResult(indicators: readonly SureFigure[]): MainResult | null {
  for (const { name, before, after, unit, sureness } of indicators) {
    if (!before || !after || before.length > longest || after.length > longest) continue;
    const change = changeInWords({ before, after, unit });
    const figures = `${before} → ${withUnit(after, unit)}`;
    return {
      name,
      sureness: sureness.name,
      figures,
      change,
      words: [figures, change].filter(Boolean).join(' · '),
    };
  }
  return null;
}
