import { fold } from '../../vietnamese/fold.ts';
import { decisionsIn } from './asked-decision.ts';
import { namesIn } from './asked-name.ts';
import { plainWords } from './decision-terms.ts';
import type { HonourEntry } from './statement.ts';

/** Fewest letters of a name that is looked for: fewer would list half of the site. */
const fewestLetters = 4;

const code = /^(?:ma (?:so )?)?(mh|vd)[\s.\p{Pd}_]*0*(\d{1,9})$/u;
/** What a sentence, a chat program or a print leaves at the ends of a code. */
const around = /^[^\p{L}\d]+|[^\p{L}\d]+$/gu;
/** Codes within a text: after “mã” in any spelling, elsewhere as we print them. */
const namedCodes = /(?<![\p{L}\d])ma (?:so )?(mh|vd)[\s.\p{Pd}_]*0*(\d{1,9})(?![\p{L}\d])/gu;
const printedCodes = /(?<![\p{L}\d])(mh|vd)[.\p{Pd}_]?0*(\d{4,9})(?![\p{L}\d])/gu;
const pagePath = /\/dien-hinh\/([a-z0-9-]+)/;

const toId = ([, kind = '', number = '']: readonly string[]): string =>
  `${kind.toUpperCase()}-${number.replace(/^0+/, '').padStart(4, '0')}`;

/** The id that was typed, `VD-0042` for “vd 42” or “(mã VD–0042).”; null where it is no id. */
export function readId(asked: string): string | null {
  const found = code.exec(fold(asked).replace(around, ''));
  return found && toId(found);
}

/** The ids that a text names: the one that was typed, or those of a citation or an address that was pasted whole. */
export function readIds(asked: string): string[] {
  const typed = readId(asked);
  if (typed !== null) return [typed];
  const text = fold(asked);
  const named = [...text.matchAll(namedCodes)];
  return [...new Set((named.length > 0 ? named : [...text.matchAll(printedCodes)]).map(toId))];
}

const words = (text: string): string => ` ${plainWords(text).join(' ')} `;

/** The stories whose name, or a part of it in whole words, is what was typed; else those whose whole name the text has. */
function byName(entries: readonly HonourEntry[], asked: string): HonourEntry[] {
  const name = words(asked);
  if (name.trim().length < fewestLetters) return [];
  const parts = entries.filter((entry) => words(entry.name).includes(name));
  if (parts.length > 0) return parts;
  const named = entries.filter(namesIn(asked));
  const ofUnit = named.filter(({ unit }) => name.includes(words(unit)));
  return ofUnit.length > 0 ? ofUnit : named;
}

/** The stories with one of the ids; and one that is named after the code of another, “Theo cách của VD-0042”, by its whole name. */
function byId(entries: readonly HonourEntry[], ids: readonly string[], asked: string): HonourEntry[] {
  const isNamed = namesIn(asked);
  return entries.filter(
    (entry) => ids.includes(entry.id) || (isNamed(entry) && readIds(entry.name).length > 0),
  );
}

/**
 * The published stories that a text names by code, address, decision or name: what a person types, or what this site prints of an
 * honour, pasted whole. A text with a code asks for that code alone, whatever else it says.
 */
export function findHonours(entries: readonly HonourEntry[], asked: string): HonourEntry[] {
  const name = words(asked);
  const whole = entries.filter((entry) => words(entry.name) === name);
  if (whole.length > 0 && name.trim() !== '') return whole;
  const ids = readIds(asked);
  if (ids.length > 0) return byId(entries, ids, asked);
  const slug = pagePath.exec(asked.toLowerCase().replace(/\p{Pd}/gu, '-'))?.[1];
  if (slug !== undefined) return entries.filter((entry) => entry.slug === slug);
  const decided = entries.filter(decisionsIn(asked));
  if (decided.length === 0) return byName(entries, asked);
  const named = decided.filter(namesIn(asked));
  return named.length > 0 ? named : decided;
}
