/** The smallest and the largest number that JavaScript writes without an exponent. */
const [least, most] = [1e-6, 1e21];
/** Decimals of smaller numbers. */
const maxDecimals = 30;

/** Removes a binary tail such as in 0.30000000000000004. */
function tidy(value: number): number {
  const short = Number(value.toPrecision(15));
  return Number.isFinite(short) ? short : value;
}

/** The digits of a number below 10²¹, with a decimal point and without an exponent. */
export function digitsOf(value: number): string {
  const short = tidy(value);
  return short !== 0 && Math.abs(short) < least ? short.toFixed(maxDecimals) : String(short);
}

/** A number in Vietnamese notation without thousands separators: `1234,5`. Huge or tiny numbers as in spreadsheets: `1,5E+25`. */
export const numberText = (value: number): string => String(tidy(value)).replace('.', ',').replace('e', 'E');

/** Whether a number is too large to be written without an exponent. */
export const isHuge = (value: number): boolean => Math.abs(value) >= most;

/** Rounds as spreadsheets do: by the digits that a person sees, halves away from zero. Returns digits with a point. */
export function roundedDigits(value: number, decimals: number): string {
  const [whole = '0', part = ''] = digitsOf(Math.abs(value)).split('.');
  if (part.length <= decimals) return decimals > 0 ? `${whole}.${part.padEnd(decimals, '0')}` : whole;
  const kept = BigInt(whole + part.slice(0, decimals)) + ((part[decimals] ?? '0') >= '5' ? 1n : 0n);
  const digits = String(kept).padStart(decimals + 1, '0');
  return decimals > 0 ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
}
