import type { Budget } from './budget.ts';
import { Grid } from './grid.ts';
import { readPart } from './read-part.ts';
import type { Sheet } from './sheet.ts';
import { type Relationship, relationshipsOf } from './workbook/parts.ts';
import { type Book, SheetReader } from './workbook/sheet-reader.ts';
import { readStrings } from './workbook/strings.ts';
import { Styles } from './workbook/styles.ts';
import { attributesOf, isOn } from './xml-text.ts';
import type { Zip } from './zip.ts';

/** Most sheets that are read from a file. */
const maxSheets = 200;

/** A sheet as the workbook lists it. */
interface Listed {
  name: string;
  isHidden: boolean;
  id: string;
}

/** A workbook exceeds the limits of reading. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

function readList(zip: Zip, part: string, budget: Budget): { sheets: Listed[]; is1904: boolean } {
  const sheets: Listed[] = [];
  let is1904 = false;
  const end = readPart(zip, part, budget, {
    open(name, tag) {
      if (name === 'workbookPr') is1904 = isOn(attributesOf(tag).get('date1904'));
      if (name !== 'sheet') return;
      const attributes = attributesOf(tag);
      const state = attributes.get('state') ?? 'visible';
      sheets.push({
        name: attributes.get('name') ?? '',
        isHidden: state !== 'visible',
        id: attributes.get('id') ?? '',
      });
    },
    text() {},
    close() {},
    get isDone() {
      return sheets.length > maxSheets;
    },
  });
  if (end === 'over' || sheets.length > maxSheets)
    throw new TooLargeError(`A workbook has over ${maxSheets} sheets.`);
  return { sheets, is1904 };
}

/** Whether a sheet holds no cells: a chart, a dialog or macros. */
const isOther = ({ type }: Relationship) => /^(chartsheet|dialogsheet|xl(intl)?macrosheet)$/.test(type);

/** Path of the main part of a workbook: as the package declares it, else the usual name. */
export function workbookPart(zip: Zip, budget: Budget): string | undefined {
  const named = relationshipsOf(zip, '', budget).find(({ type }) => type === 'officedocument')?.target;
  const parts = [named, 'xl/workbook.xml', 'workbook.xml'];
  return parts.find((part) => part !== undefined && zip.has(part));
}

function readBook(
  zip: Zip,
  links: readonly Relationship[],
  part: string,
  is1904: boolean,
  budget: Budget,
): Book {
  const partOf = (type: string, usual: string) => {
    const beside = part.slice(0, part.lastIndexOf('/') + 1) + usual;
    return [links.find((link) => link.type === type)?.target, beside].find(
      (name) => name !== undefined && zip.has(name),
    );
  };
  const styles = new Styles(is1904);
  const stylePart = partOf('styles', 'styles.xml');
  if (stylePart !== undefined) styles.read(zip, stylePart, budget);
  const stringPart = partOf('sharedstrings', 'sharedstrings.xml');
  const strings = stringPart === undefined ? [] : readStrings(zip, stringPart, budget);
  if (!strings) throw new TooLargeError('A workbook has more texts than a table.');
  return { strings, styles };
}

function readSheet(
  zip: Zip,
  part: string | undefined,
  { name, isHidden }: Listed,
  book: Book,
  budget: Budget,
): Sheet {
  const grid = new Grid(budget, name);
  grid.isHidden = isHidden;
  if (part === undefined || !zip.has(part)) {
    grid.miss('broken');
    return grid.sheet;
  }
  const reader = new SheetReader(grid, book);
  try {
    const end = readPart(zip, part, budget, reader);
    if (end === 'over') grid.end(reader.row);
    if (end === 'broken') grid.miss('broken');
  } catch {
    grid.miss('broken');
  }
  return grid.sheet;
}

/**
 * The sheets with cells of a workbook (.xlsx, ECMA-376), in the order of the workbook. Visible sheets are read first, because
 * reading has a budget. Throws TooLargeError, and other errors when the archive is broken.
 */
export function readWorkbook(zip: Zip, part: string, budget: Budget): Sheet[] {
  const links = relationshipsOf(zip, part, budget);
  const list = readList(zip, part, budget);
  const book = readBook(zip, links, part, list.is1904, budget);
  const placed = list.sheets.flatMap((listed, index) => {
    const link = links.find(({ id }) => id === listed.id);
    if (link && isOther(link)) return [];
    return [{ listed, part: link?.target ?? `xl/worksheets/sheet${index + 1}.xml` }];
  });
  const sheets: Sheet[] = [];
  for (const areHidden of [false, true]) {
    for (const [index, { listed, part: of }] of placed.entries()) {
      if (listed.isHidden === areHidden) sheets[index] = readSheet(zip, of, listed, book, budget);
    }
  }
  return sheets;
}
