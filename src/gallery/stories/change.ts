import { fold } from '../../vietnamese/fold.ts';
import type { Story } from '../story.ts';

type Indicator = Story['indicators'][number];

/** Accepts Vietnamese figures only: points every three digits, a comma before decimals. */
const figure = /^([-−]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/u;
/** Ambiguous figures: “1,234” may mean 1234 or 1.234. “0,125” has one meaning. */
const twoReadings = /^[-−]?[1-9]\d{0,2},\d{3}$/u;

/** The number in a cell, with or without its unit; null where the number is in doubt. */
function readFigure(cell: string | null, unit: string): number | null {
  const said = (cell ?? '').trim();
  const number = (unit !== '' && fold(said).endsWith(fold(unit)) ? said.slice(0, -unit.length) : said).trim();
  const parts = twoReadings.test(number) ? null : figure.exec(number);
  if (!parts) return null;
  const [, sign, whole = '', decimals = '0'] = parts;
  return (sign ? -1 : 1) * Number(`${whole.replaceAll('.', '')}.${decimals}`);
}

const figures = new Intl.NumberFormat('vi', { maximumFractionDigits: 1 });

/** “giảm 40%”, or null where the change rounds to zero. */
function inWords(change: number, unit: string): string | null {
  const amount = figures.format(Math.abs(change));
  return amount === '0' ? null : `${change > 0 ? 'tăng' : 'giảm'} ${amount}${unit}`;
}

/** An indicator as numbers: null where a cell is not plainly one. `isShare`: both are percentages. */
export function figuresOf({ before, after, unit }: Pick<Indicator, 'before' | 'after' | 'unit'>) {
  const own = unit?.trim() ?? '';
  const isShare =
    ['%', 'phan tram'].includes(fold(own)) || [before, after].every((cell) => cell?.endsWith('%'));
  const read = (cell: string | null) => readFigure(cell, isShare && own === '' ? '%' : own);
  return { from: read(before), to: read(after), isShare };
}

/**
 * How a figure changed: “giảm 40%”, “tăng 37 điểm phần trăm” where the figure itself is a percentage, “không đổi”. Null
 * where one of the two is not a plain number, or where a percentage would mean nothing.
 */
export function changeInWords(indicator: Pick<Indicator, 'before' | 'after' | 'unit'>) {
  const { from, to, isShare } = figuresOf(indicator);
  if (from === null || to === null) return null;
  if (from === to) return 'không đổi';
  if (isShare) return inWords(to - from, ' điểm phần trăm');
  return from > 0 && to >= 0 ? inWords(((to - from) / from) * 100, '%') : null;
}
