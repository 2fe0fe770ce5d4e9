import { durationOf, type Moment, momentOf } from './days.ts';
import { type FormatToken, readFormat, type Section } from './number-format.ts';
import { isHuge, numberText, roundedDigits } from './number-text.ts';

/** Shows a number of a cell as text. */
export type ShowNumber = (value: number) => string;

/** Text that spreadsheets show for an impossible day. `isErrorText` recognises this text. */
const noDay = '########';

const tests: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '=': (value, limit) => value === limit,
  '<>': (value, limit) => value !== limit,
};

/** The section for a value: by its condition, else the first for positive values, the second for negative, the third for 0. */
function sectionFor(sections: readonly Section[], value: number): Section | undefined {
  if (sections.some(({ condition }) => condition)) {
    const fits = ({ condition }: Section) =>
      !condition || tests[condition.operator]?.(value, condition.limit) === true;
    return sections.slice(0, 3).find(fits);
  }
  if (value < 0 && sections.length > 1) return sections[1];
  return value === 0 && sections.length > 2 ? sections[2] : sections[0];
}

const has = (tokens: readonly FormatToken[], ...kinds: FormatToken['kind'][]) =>
  tokens.some(({ kind }) => kinds.includes(kind));

/** A day as its format shows it: whole, month and year, year, or time. A format without the year still gives the year. */
function momentText({ day, month, year, time }: Moment, tokens: readonly FormatToken[]): string {
  const letters = tokens.flatMap(({ kind, text }) => (kind === 'day' ? [text] : []));
  const isClock = (index: number) =>
    /^[hs]/.test(letters[index] ?? '') ||
    /^[hs]/.test(letters[index - 1] ?? '') ||
    /^s/.test(letters[index + 1] ?? '');
  const shows = (letter: string) =>
    letters.some((text, index) => text.startsWith(letter) && (letter !== 'm' || !isClock(index)));
  const hasTime = shows('h') || shows('s');
  const hasYear = ['y', 'e', 'b'].some(shows);
  if (!shows('d') && !shows('m') && !hasYear) return time || '0:00';
  if (!shows('d') && hasYear && !hasTime) return shows('m') ? `${month}/${year}` : String(year);
  return hasTime && time !== '' ? `${day} ${time}` : day;
}

/** Fills digits into placeholders and keeps the letters between them. The first placeholder takes all remaining digits. */
function placeDigits(tokens: readonly FormatToken[], digits: string): string {
  let left = digits === '0' ? '' : digits;
  let text = '';
  const first = tokens.findIndex(({ kind }) => kind === 'digit');
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token?.kind === 'text' || token?.kind === 'percent') text = token.text + text;
    if (token?.kind !== 'digit') continue;
    const digit = index === first ? left : left.slice(-1);
    left = left.slice(0, -1);
    text = (digit || (token.text === '0' ? '0' : '')) + text;
  }
  return text;
}

/** A number in its section's placeholders, with the shown decimals, a decimal comma and no thousands separators. */
function placed(tokens: readonly FormatToken[], value: number): string {
  const point = tokens.findIndex(({ kind }) => kind === 'point');
  const lastDigit = tokens.findLastIndex(({ kind }) => kind === 'digit');
  const whole = point < 0 ? tokens.slice(0, lastDigit + 1) : tokens.slice(0, point);
  const rest = point < 0 ? [] : tokens.slice(point + 1, lastDigit + 1);
  const after = tokens.slice(Math.max(lastDigit, point) + 1);
  const lastWhole = whole.findLastIndex(({ kind }) => kind === 'digit');
  const behind = [...after, ...(point < 0 ? [] : whole.slice(lastWhole + 1))];
  const scaling = behind.filter(({ kind }) => kind === 'comma').length;
  const percents = tokens.filter(({ kind }) => kind === 'percent').length;
  const places = rest.filter(({ kind }) => kind === 'digit');
  const scaled = (Number(Math.abs(value).toPrecision(15)) * 100 ** percents) / 1000 ** scaling;
  if (isHuge(scaled)) return numberText(value);
  const [digits = '0', part = ''] = roundedDigits(scaled, places.length).split('.');
  const kept = places.findLastIndex(({ text }) => text === '0') + 1;
  let end = part.length;
  while (end > kept && part[end - 1] === '0') end -= 1;
  const decimals = part.slice(0, end);
  const shownWhole = placeDigits(whole, digits) || (decimals === '' ? '0' : '');
  const bare = /\d/.test(shownWhole) ? shownWhole : `${shownWhole}0`;
  const tail = after.map(({ kind, text }) => (kind === 'text' || kind === 'percent' ? text : '')).join('');
  return bare + (decimals && `,${decimals}`) + tail;
}

/** Adds the sign of a number: formats may show negative numbers in brackets or only by colour. */
function signed(shown: string, value: number): string {
  const inner = /^\((.*)\)$/s.exec(shown.trim())?.[1] ?? shown.trim();
  return value < 0 && !inner.includes('-') && /[1-9]/.test(inner) ? `-${inner}` : inner;
}

const areDays = (tokens: readonly FormatToken[]) => has(tokens, 'day') && !has(tokens, 'digit', 'general');

/** Whether a format shows numbers as days or times. */
export const showsDays = (code: string): boolean => readFormat(code).some(({ tokens }) => areDays(tokens));

function show(sections: readonly Section[], value: number, is1904: boolean): string {
  const section = sectionFor(sections, value);
  if (!section) return noDay;
  const { tokens } = section;
  if (has(tokens, 'elapsed')) return durationOf(value);
  if (areDays(tokens)) {
    const moment = momentOf(value, is1904);
    const isTime = tokens.every(({ kind, text }) => kind !== 'day' || !/^[ydeb]/.test(text));
    if (moment && (value >= 1 || is1904 || isTime)) return momentText(moment, tokens);
    return moment ? numberText(value) : noDay;
  }
  if (has(tokens, 'general')) {
    const words = tokens.map(({ kind, text }) => (kind === 'general' ? numberText(Math.abs(value)) : text));
    return signed(words.join(''), value);
  }
  if (has(tokens, 'exponent', 'fraction')) return numberText(value);
  const mustShow = tokens.some(({ kind, text }) => kind === 'digit' && text !== '?');
  if (mustShow || (value !== 0 && has(tokens, 'digit'))) return signed(placed(tokens, value), value);
  const words = tokens
    .map(({ kind, text }) => (kind === 'text' ? text : ''))
    .join('')
    .trim();
  // Accounting formats show 0 as a dash.
  return value === 0 && /^[-–—]$/.test(words) ? '0' : words;
}

/**
 * Makes a function that shows numbers in a format. The text keeps percent, decimals, leading zeros, units, days as `2026-07-01`
 * and months as `7/2026`, but no thousands separators, exponents or fractions, which could be read as something else.
 */
export function numberShower(code: string, is1904: boolean): ShowNumber {
  if (/^(general|@)?$/i.test(code.trim())) return numberText;
  const sections = readFormat(code);
  return (value) => show(sections, value, is1904);
}
