/** The least and the most that JavaScript writes without an exponent. */
const [least, most] = [1e-6, 1e21];
/** Decimals of what is less. */
const maxDecimals = 30;

/** Digits of a number with a point, without an exponent; a binary tail such as 0.30000000000000004 is cut. */
export function digitsOf(value: number): string {
  const plain = Number(value.toPrecision(15));
  if (Math.abs(plain) >= most) return String(BigInt(plain));
  return plain !== 0 && Math.abs(plain) < least ? plain.toFixed(maxDecimals) : String(plain);
}

/** A number as people here write it: `1234,5`, without marks between thousands; what is huge or tiny as spreadsheets show it, `1,5E+25`. */
export const numberText = (value: number): string =>
  String(Number(value.toPrecision(15)))
    .replace('.', ',')
    .replace('e', 'E');

/** Rounds as spreadsheets do: by the digits that a person sees, halves away from zero. Returns digits with a point. */
export function roundedDigits(value: number, decimals: number): string {
  const [whole = '0', part = ''] = digitsOf(Math.abs(value)).split('.');
  if (part.length <= decimals) return decimals > 0 ? `${whole}.${part.padEnd(decimals, '0')}` : whole;
  const kept = BigInt(whole + part.slice(0, decimals)) + ((part[decimals] ?? '0') >= '5' ? 1n : 0n);
  const digits = String(kept).padStart(decimals + 1, '0');
  return decimals > 0 ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
}
