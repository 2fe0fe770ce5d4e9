import { type DesignToken, type Scheme, schemes } from './tokens.ts';

/** Two colours that meet on the site, and the least ratio between them (WCAG 2.2: 1.4.3 for text, 1.4.11 else). */
interface Pair {
  readonly front: string;
  readonly ground: string;
  readonly least: 4.5 | 3;
}

/** A pair with its ratio in each scheme. */
export interface MeasuredPair extends Pair {
  readonly ratio: Readonly<Record<Scheme, number>>;
}

const texts = ['--color-ink', '--color-soft', '--color-lead', '--color-lead-strong', '--color-digital'];
const grounds = ['--color-paper', '--color-sunken', '--color-lead-wash'];

/** Every text on every ground it is set on, and the borders and rings that a reader must see. */
const pairs: readonly Pair[] = [
  ...texts.flatMap((front) => grounds.map((ground) => ({ front, ground, least: 4.5 as const }))),
  ...['--color-ink', '--color-soft', '--color-error'].map((front) => ({
    front,
    ground: '--color-error-wash',
    least: 4.5 as const,
  })),
  { front: '--color-error', ground: '--color-paper', least: 4.5 },
  { front: '--color-error', ground: '--color-sunken', least: 4.5 },
  { front: '--color-on-lead', ground: '--color-lead', least: 4.5 },
  { front: '--color-on-lead', ground: '--color-lead-strong', least: 4.5 },
  { front: '--color-edge', ground: '--color-paper', least: 3 },
  { front: '--color-edge', ground: '--color-sunken', least: 3 },
  { front: '--color-state', ground: '--color-paper', least: 3 },
];

/** The pairs with their ratios. Throws RangeError for a token that `tokens.css` does not set. */
export function measurePairs(tokens: readonly DesignToken[]): MeasuredPair[] {
  return pairs.map((pair) => ({
    ...pair,
    ratio: ratioOf(tokenNamed(tokens, pair.front), tokenNamed(tokens, pair.ground)),
  }));
}

/** The ratio of two colour tokens in each scheme, rounded down to two places so that 4.499 is not shown as 4.5. */
export function ratioOf(front: DesignToken, ground: DesignToken): Record<Scheme, number> {
  const [light, dark] = schemes.map((scheme) => contrast(front.value[scheme], ground.value[scheme]));
  return { light: light ?? 0, dark: dark ?? 0 };
}

/** The token of that name. Throws RangeError where there is none. */
export function tokenNamed(tokens: readonly DesignToken[], name: string): DesignToken {
  const found = tokens.find((token) => token.name === name);
  if (!found) throw new RangeError(`tokens.css has no ${name}.`);
  return found;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return Math.floor(((light + 0.05) / (dark + 0.05)) * 100) / 100;
}

/** Relative luminance of `#rgb` or `#rrggbb`. */
function luminance(hex: string): number {
  const digits = /^#(?:[\da-f]{3}){1,2}$/i.test(hex) ? hex.slice(1) : '';
  if (!digits) throw new RangeError(`“${hex}” is not a colour of the form #rrggbb.`);
  const wide = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(wide.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
