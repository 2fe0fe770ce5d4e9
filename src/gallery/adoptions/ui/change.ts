import { laterWords } from '../../stories/figure-line.ts';
import type { SureFigure } from '../../stories/sureness.ts';

/** A figure with its unit: “71%”, “15 phút”. */
const withUnit = (figure: string, unit: string | null): string => {
  if (unit === null) return figure;
  return unit === '%' ? `${figure}%` : `${figure} ${unit}`;
};

/** A figure with its label, which says how sure it is. */
interface FigureInWords {
  label: string;
  figure: string;
}

/** A figure in words: “từ 34% đến 71%”, or the only known value; null where no value is known. */
export function change({ name, before, after, unit, later, sureness }: SureFigure): FigureInWords | null {
  const label = `${name} (${sureness.name})`;
  const again = later ? `, ${laterWords({ ...later, figure: withUnit(later.figure, unit) })}` : '';
  if (after === null)
    return before === null ? null : { label, figure: `trước: ${withUnit(before, unit)}${again}` };
  const now = withUnit(after, unit);
  return { label, figure: `${before === null ? now : `từ ${withUnit(before, unit)} đến ${now}`}${again}` };
}
