import { gunzipSync, gzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { type Card, isCard } from '../../gallery/search/card.ts';
import { docFiles } from '../../search/document-engine.ts';
import type { GoneThing } from './gone-thing.ts';
import { type Naming, namingOf } from './naming.ts';
import { pageWithoutGone } from './page-without-gone.ts';

const pageTextsPath = `/chi-muc/${docFiles.texts}`;

const jsonSchema = z.json({});

type Json = z.infer<typeof jsonSchema>;

/** Whether an item of a list is about such a thing: it names it, or its own members do, be it a record or a row of cells. */
function isAbout(value: Json, names: Naming): boolean {
  if (typeof value === 'string') return names(value);
  if (value === null || typeof value !== 'object') return false;
  const texts = Object.values(value).filter((member) => typeof member === 'string');
  return names(texts.join('\n'));
}

const lengthOf = (value: Json | undefined): number => (Array.isArray(value) ? value.length : 0);

/** Rows about such things are left out, and the total beside them counts the others. */
function cleanJson(value: Json, names: Naming): Json {
  if (Array.isArray(value))
    return value.filter((item) => !isAbout(item, names)).map((item) => cleanJson(item, names));
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).map(([name, member]) => [name, cleanJson(member, names)] as const);
  const lost = members.reduce((sum, [name, member]) => sum + lengthOf(value[name]) - lengthOf(member), 0);
  return Object.fromEntries(
    members.map(([name, member]) => [
      name,
      name === 'total' && typeof member === 'number' ? member - lost : member,
    ]),
  );
}

/** Cards keep their places, which the other files of the index count. */
function cleanCards(packed: Buffer, names: Naming): Buffer | null {
  const text = gunzipSync(packed).toString('utf8');
  if (!names(text)) return null;
  const cards = z.array(z.custom<Card>(isCard)).parse(JSON.parse(text));
  const blank = { name: 'Đã gỡ', summary: '', unitName: '', photo: null, result: null, awardForm: null };
  const cleaned = cards.map((card) => (names(card.id) ? { ...card, ...blank, url: `/d/${card.id}` } : card));
  return gzipSync(JSON.stringify(cleaned));
}

const records = /(?:"(?:[^"]|"")*"|[^"\n])*(?:\n|$)/g;

const withoutMatches =
  (entry: RegExp) =>
  (text: string, names: Naming): string =>
    text.replace(entry, (found) => (names(found) ? '' : found));

const cleaners: Readonly<Record<string, (text: string, names: Naming) => string>> = {
  json: (text, names) => JSON.stringify(cleanJson(jsonSchema.parse(JSON.parse(text)), names)),
  csv: withoutMatches(records),
  txt: (text, names) =>
    text
      .split('\n')
      .filter((line) => !names(line))
      .join('\n'),
  xml: withoutMatches(/<(item|url)>.*?<\/\1>/gs),
  svg: withoutMatches(/<a [^>]*>.*?<\/a>/gs),
  html: pageWithoutGone,
};

/** Workbooks, archives and texts in them: what they hold cannot be left out on the way. */
const packed = /\.(?:xlsx|zip|docx)$/;

function isNamedIn(archive: Buffer, names: Naming): boolean {
  const parts = Object.values(unzipSync(archive)).map((part) => strFromU8(part));
  return parts.some(names) || names(parts.join('\n'));
}

/** What a server may send of a file: all of it, it without what is gone, or nothing before the next build. */
export type Rest = 'whole' | 'held' | Buffer;

/**
 * A file of a build without some things: rows, entries and list items that name one are left out. A packed file that names one is held.
 * @param path the address of the file; a page ends in `/`
 */
export function withoutGone(path: string, bytes: Buffer, gone: readonly GoneThing[]): Rest {
  const names = namingOf(gone);
  if (packed.test(path)) return isNamedIn(bytes, names) ? 'held' : 'whole';
  if (/^\/chi-muc\/\w+\/c\d+\.idx$/.test(path)) return cleanCards(bytes, names) ?? 'whole';
  // The texts of pages tell names without ids: none is there until the next build, and pages are found by title and summary.
  if (path === pageTextsPath) return Buffer.from('{}');
  const [, end = ''] = /(?:\.(\w+)|\/)$/.exec(path) ?? [];
  const clean = cleaners[end || 'html'];
  const text = clean ? bytes.toString('utf8') : '';
  return clean && names(text) ? Buffer.from(clean(text, names)) : 'whole';
}
