/** Deeper nesting than any form has. */
const maxDepth = 4;

/** An answer is nested deeper than a form can be. */
class TooDeepError extends Error {
  override readonly name = 'TooDeepError';
}

/** What other systems end a line with. */
const lineBreaks = /\r\n?|\v|\u2028|\u2029/g;

/** C0 and C1 controls but tab and line feed; zero-width and direction marks that hide or reorder text. */
const invisible = /(?![\t\n])[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Any character of either; hardly any text has one. */
const unusual = /(?![\t\n])[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/**
 * Text as the store keeps it: NFC (TCVN 6909), line breaks as LF, no invisible characters, trimmed.
 * Limits count what this returns.
 */
export function cleanText(typed: string): string {
  const text = typed.toWellFormed().normalize('NFC');
  return (unusual.test(text) ? text.replace(lineBreaks, '\n').replace(invisible, '') : text).trim();
}

function cleanItems(items: unknown[], depth: number): unknown[] | undefined {
  const cleaned = items.map((item) => cleanAnswer(item, depth)).filter((item) => item !== undefined);
  return cleaned.length > 0 ? cleaned : undefined;
}

/** Cleans every text in an answer; what was left empty becomes undefined. Throws TooDeepError. */
export function cleanAnswer(value: unknown, depth = 0): unknown {
  if (depth > maxDepth) throw new TooDeepError('An answer is nested too deep.');
  if (typeof value === 'string') return cleanText(value) || undefined;
  if (value === null) return undefined;
  if (Array.isArray(value)) return cleanItems(value, depth + 1);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanAnswer(item, depth + 1)]));
}
