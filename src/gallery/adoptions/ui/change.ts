import { laterWords } from '../../stories/figure-line.ts';
import type { SureFigure } from '../../stories/sureness.ts';
import { withUnit } from '../../stories/with-unit.ts';

/** A figure, what it is of, and how sure it is. */
interface FigureInWords {
  name: string;
  figure: string;
  sureness: string;
}

/** A figure in words: “từ 34% đến 71%”, or the only known value; null where no value is known. */
export function change({ name, before, after, unit, later, sureness }: SureFigure): FigureInWords | null {
  const again = later ? `, ${laterWords({ ...later, figure: withUnit(later.figure, unit) })}` : '';
  const said = (figure: string): FigureInWords => ({ name, figure, sureness: sureness.name });
  if (after === null) return before === null ? null : said(`trước: ${withUnit(before, unit)}${again}`);
  const now = withUnit(after, unit);
  return said(`${before === null ? now : `từ ${withUnit(before, unit)} đến ${now}`}${again}`);
}
