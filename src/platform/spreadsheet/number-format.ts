/** A token of a format: a digit placeholder, or literal text. */
export interface FormatToken {
  kind:
    | 'digit'
    | 'point'
    | 'comma'
    | 'percent'
    | 'general'
    | 'exponent'
    | 'fraction'
    | 'day'
    | 'elapsed'
    | 'text';
  text: string;
}

/** A part of a format: which numbers it shows, and how. */
export interface Section {
  condition?: { operator: string; limit: number };
  tokens: readonly FormatToken[];
}

/** Excel accepts no longer format. */
const maxFormatLetters = 255;
const maxSections = 4;

/** One token of a format: quoted, escaped, space or filler, bracket, `General`, exponent, AM/PM, letters of a day, one letter. */
const sign =
  /"([^"]*)"?|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(general)|(e[+-])|(am\/pm|a\/p)|(y+|m+|d+|h+|s+(?:\.0+)?|g+|b+|e+)|(.)/gisu;

const elapsed = /^(h+|m+|s+)$/i;
const condition = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)$/i;

/** The token of a single letter. `0,` and `,0` are distinguished when the number is written. */
function tokenOf(letter: string): FormatToken {
  if (/[0#?]/.test(letter)) return { kind: 'digit', text: letter };
  if (letter === '.') return { kind: 'point', text: letter };
  if (letter === ',') return { kind: 'comma', text: letter };
  if (letter === '@') return { kind: 'general', text: '' };
  if (letter === '%') return { kind: 'percent', text: letter };
  return { kind: 'text', text: letter };
}

/** Reads a bracket: a condition, a duration or a currency. Colours and languages are ignored. */
function readBracket(inner: string, section: Section & { tokens: FormatToken[] }): void {
  const [, operator, limit] = condition.exec(inner) ?? [];
  if (operator && limit) section.condition = { operator, limit: Number(limit.replace(',', '.')) };
  else if (elapsed.test(inner)) section.tokens.push({ kind: 'elapsed', text: inner.toLowerCase() });
  else if (inner.startsWith('$'))
    section.tokens.push({ kind: 'text', text: inner.slice(1).split('-')[0] ?? '' });
}

/** Turns a `/` between digit placeholders into a fraction. */
function withFractions(section: Section): Section {
  const { tokens } = section;
  const isFraction = (token: FormatToken, index: number) =>
    token.text === '/' && token.kind === 'text' && tokens[index - 1]?.kind === 'digit';
  return tokens.some(isFraction)
    ? {
        ...section,
        tokens: tokens.map((token, index) =>
          isFraction(token, index) ? { kind: 'fraction', text: '/' } : token,
        ),
      }
    : section;
}

/**
 * Parses a number format as Excel writes it: up to four sections (ECMA-376 part 1, 18.8.31). Colours, languages and
 * fillers are left out.
 */
export function readFormat(code: string): Section[] {
  const sections: (Section & { tokens: FormatToken[] })[] = [{ tokens: [] }];
  for (const match of code.slice(0, maxFormatLetters).matchAll(sign)) {
    const [all, quoted, escaped, space, filler, bracket, general, exponent, half, day, letter] = match;
    const section = sections.at(-1);
    if (!section) break;
    if (all === ';') {
      if (sections.length === maxSections) break;
      sections.push({ tokens: [] });
    } else if (quoted !== undefined || escaped !== undefined) {
      section.tokens.push({ kind: 'text', text: quoted ?? escaped ?? '' });
    } else if (space !== undefined || filler !== undefined) {
      section.tokens.push({ kind: 'text', text: space !== undefined ? ' ' : '' });
    } else if (bracket !== undefined) {
      readBracket(bracket, section);
    } else if (general) {
      section.tokens.push({ kind: 'general', text: '' });
    } else if (exponent) {
      section.tokens.push({ kind: 'exponent', text: exponent });
    } else if (half || day) {
      section.tokens.push({ kind: 'day', text: (half ?? day ?? '').toLowerCase() });
    } else if (letter !== undefined) {
      section.tokens.push(tokenOf(letter));
    }
  }
  return sections.map(withFractions);
}
