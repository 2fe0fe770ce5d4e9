import { changeInWords } from './change.ts';
import type { SureFigure } from './sureness.ts';

/** A figure in one line: “Nước: 1.240 → 655 m³ (giảm 47,2%), có tài liệu”, with a later measure where there is one. */
export function figureLine({ name, before, after, unit, later, sureness }: SureFigure): string {
  const change = changeInWords({ before, after, unit });
  const figures = `${before ?? 'chưa nêu'} → ${after ?? 'chưa nêu'}${unit ? ` ${unit}` : ''}`;
  return [
    `${name}: ${figures}${change ? ` (${change})` : ''}`,
    ...(later ? [laterWords(later)] : []),
    sureness.name,
  ].join(', ');
}

/** “đo lại tháng 12/2027: 640”. */
export const laterWords = ({ month, figure }: NonNullable<SureFigure['later']>): string =>
  `đo lại tháng ${month.split('-').reverse().join('/')}: ${figure}`;
