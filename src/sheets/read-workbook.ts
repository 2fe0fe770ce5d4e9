import { strFromU8, unzipSync } from 'fflate';

/** Longest part of a workbook that is read, unpacked: a file of 2 MB may claim to hold gigabytes. */
const maxPartBytes = 16 * 1024 * 1024;
/** Cells beyond these are not of a table that a person fills in. */
const maxRows = 5_000;
const maxColumns = 200;

const wanted =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters that XML spells out; a line break that Excel writes as `_x000D_` is one. */
const readEntities = (xml: string): string =>
  xml
    .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex, decimal, name) => {
      if (name) return named[name] ?? all;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/_x000D_/gi, '');

/** An attribute of a tag. */
const attribute = (tag: string, name: string): string | undefined => {
  const [, value] = new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag) ?? [];
  return value === undefined ? undefined : readEntities(value);
};

/** A tag as XML writes it. No pattern here looks past the next one: a hostile file would make that slow. */
const tagsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?=[\\s/>])[^<>]*>`, 'g'))].map(([tag]) => tag);

/** The elements of a name that have content: their tag, and what is in them. */
function elementsOf(xml: string, name: string): { tag: string; inner: string }[] {
  const opening = new RegExp(`<${name}(?=[\\s>])[^<>]*>`, 'g');
  return xml
    .split(`</${name}>`)
    .slice(0, -1)
    .flatMap((part) => {
      const last = [...part.matchAll(opening)].at(-1);
      return last ? [{ tag: last[0], inner: part.slice(last.index + last[0].length) }] : [];
    });
}

/** The text of a string item; how a word is to be pronounced (`rPh`) is no part of it. */
function textOf(xml: string): string {
  const parts = xml.split('</rPh>');
  const plain = parts
    .map((part, index) => (index < parts.length - 1 ? part.split('<rPh')[0] : part))
    .join('');
  return readEntities([...plain.matchAll(/<t(?:\s[^<>]*)?>([^<]*)/g)].map(([, text]) => text ?? '').join(''));
}

/** Formats of numbers that mean a day; https://learn.microsoft.com/dotnet/api/documentformat.openxml.spreadsheet.numberingformat */
const builtInDays = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);

/** Letters of a format outside of its quoted and bracketed parts that mean a day, a month or a year. */
const meansDay = (format: string) =>
  /[dmy]/i.test(format.slice(0, 100).replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** Which cell styles show a number as a day. */
function dayStyles(styles: string): ReadonlySet<number> {
  const own = new Set(
    tagsOf(styles, 'numFmt')
      .filter((tag) => meansDay(attribute(tag, 'formatCode') ?? ''))
      .map((tag) => Number(attribute(tag, 'numFmtId'))),
  );
  const formats = styles.split('<cellXfs')[1]?.split('</cellXfs>')[0] ?? '';
  const ids = tagsOf(formats, 'xf').map((tag) => Number(attribute(tag, 'numFmtId')));
  return new Set(ids.flatMap((id, index) => (builtInDays.has(id) || own.has(id) ? [index] : [])));
}

const dayMs = 86_400_000;

/** Day 1 is 1/1/1900; the day 29/2/1900 that Excel counts never was. */
const dayOf = (serial: number): string | undefined => {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * dayMs);
  return Number.isNaN(day.getTime()) ? undefined : day.toISOString().slice(0, 10);
};

/** A number as people here write it; a binary tail such as 0.30000000000000004 is cut. */
const numberText = (value: number): string => String(Number(value.toPrecision(15))).replace('.', ',');

interface Book {
  strings: readonly string[];
  days: ReadonlySet<number>;
}

function cellText(tag: string, inner: string, { strings, days }: Book): string {
  const type = attribute(tag, 't');
  if (type === 'inlineStr') return textOf(inner);
  const [, raw = ''] = /<v(?:\s[^<>]*)?>([^<]*)</.exec(inner) ?? [];
  const value = readEntities(raw);
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'có' : 'không';
  if (type !== undefined && type !== 'n') return value;
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) return value;
  const isDay = number >= 1 && days.has(Number(attribute(tag, 's')));
  return (isDay ? dayOf(number) : undefined) ?? numberText(number);
}

/** B7 → 1. */
const columnOf = (reference: string): number =>
  [...(/^[A-Z]{1,3}/.exec(reference)?.[0] ?? '')].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  ) - 1;

/** The cells of a row; one that the file does not place stands right of the one before. */
function cellsOf(xml: string, book: Book): string[] {
  const row: string[] = [];
  for (const { tag, inner } of elementsOf(xml, 'c')) {
    const reference = attribute(tag, 'r');
    const column = reference === undefined ? row.length : columnOf(reference);
    if (column < 0 || column >= maxColumns) continue;
    while (row.length < column) row.push('');
    row[column] = cellText(tag, inner, book);
  }
  return row;
}

function rowsOf(sheet: string, book: Book): string[][] {
  const rows: string[][] = [];
  for (const { tag, inner } of elementsOf(sheet, 'row')) {
    const at = Number(attribute(tag, 'r') ?? rows.length + 1) - 1;
    if (!(at < maxRows)) break;
    while (rows.length < at) rows.push([]);
    rows.push(cellsOf(inner, book));
  }
  return rows;
}

/** The part that holds the first sheet. */
function firstSheet(parts: Readonly<Record<string, string>>): string | undefined {
  const id = attribute(tagsOf(parts['xl/workbook.xml'] ?? '', 'sheet')[0] ?? '', 'r:id');
  const links = tagsOf(parts['xl/_rels/workbook.xml.rels'] ?? '', 'Relationship');
  const link = links.find((each) => attribute(each, 'Id') === id) ?? '';
  const target = attribute(link, 'Target')?.replace(/^\/?(xl\/)?/, '') ?? 'worksheets/sheet1.xml';
  return parts[`xl/${target}`];
}

/** Some programs give every name a prefix: `<x:row>`. */
const withoutPrefixes = (xml: string): string => xml.replace(/<(\/?)\w+:/g, '<$1');

/** The cells of a workbook's first sheet as text, days as `YYYY-MM-DD`; undefined for what is no workbook. Never throws. */
export function readWorkbook(bytes: Uint8Array): string[][] | undefined {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => wanted.test(name) && originalSize <= maxPartBytes,
    });
    const parts = Object.fromEntries(
      Object.entries(files).map(([name, part]) => [name, withoutPrefixes(strFromU8(part))]),
    );
    const sheet = firstSheet(parts);
    if (sheet === undefined) return undefined;
    const shared = (parts['xl/sharedStrings.xml'] ?? '').replace(/<si\s*\/>/g, '<si></si>');
    const strings = elementsOf(shared, 'si').map(({ inner }) => textOf(inner));
    return rowsOf(sheet, { strings, days: dayStyles(parts['xl/styles.xml'] ?? '') });
  } catch {
    // Whatever fails in a visitor's file, the file is at fault.
    return undefined;
  }
}
