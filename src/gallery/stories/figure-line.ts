import { changeInWords } from './change.ts';
import type { SureFigure } from './sureness.ts';
import { withUnit } from './with-unit.ts';

/** “1.240 → 655 m³”; the unit stands behind the last figure that is known. */
function figuresInWords({ before, after, unit }: Pick<SureFigure, 'before' | 'after' | 'unit'>): string {
  const from = before === null || after !== null ? before : withUnit(before, unit);
  const to = after === null ? after : withUnit(after, unit);
  return [from, to].map((figure) => figure ?? 'chưa nêu').join(' → ');
}

/** A figure in one line: “Nước: 1.240 → 655 m³ (giảm 47,2%), có tài liệu”, with a later measure where there is one. */
export function figureLine({ name, before, after, unit, later, sureness }: SureFigure): string {
  const change = changeInWords({ before, after, unit });
  const figures = figuresInWords({ before, after, unit });
  return [
    `${name}: ${figures}${change ? ` (${change})` : ''}`,
    ...(later ? [laterWords(later)] : []),
    sureness.name,
  ].join(', ');
}

/** “đo lại tháng 12/2027: 640”. */
export const laterWords = ({ month, figure }: NonNullable<SureFigure['later']>): string =>
  `đo lại tháng ${month.split('-').reverse().join('/')}: ${figure}`;
