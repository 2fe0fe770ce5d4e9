import { SyntaxValidator } from 'fast-xml-validator';
import { strFromU8, unzipSync } from 'fflate';
import { readFile } from '../../../src/platform/spreadsheet/read-file.ts';
import { owingUnits } from '../../../src/progress/coverage/coverage.ts';
import { figures } from '../../../src/progress/reports/roll-up.ts';
import { readRollUps } from '../../../src/progress/reports/server/roll-up-tools.ts';
import { rollUpWorkbook } from '../../../src/progress/reports/workbook.ts';
import { expect, test } from '../../fixtures/database.ts';
import { storeMany } from '../../fixtures/yearly-reports.ts';

const partOf = (book: Uint8Array, name: string) => strFromU8(unzipSync(book)[name] ?? new Uint8Array());

interface Cell {
  value: number | null;
  formula: RegExpMatchArray | null;
}

/** The cells of the sheet by their place, and the rows that fold away. */
function readCells(xml: string) {
  const cells = new Map<string, Cell>(
    [...xml.matchAll(/<c r="([A-Z]+\d+)" [^>]*?(?:\/>|>(.*?)<\/c>)/g)].map(([, place = '', inside = '']) => [
      place,
      {
        value: /<v>(\d+)<\/v>/.test(inside) ? Number(/<v>(\d+)<\/v>/.exec(inside)?.[1]) : null,
        formula: /<f>SUBTOTAL\((\d+),([A-Z]+)(\d+):([A-Z]+)(\d+)\)<\/f>/.exec(inside),
      },
    ]),
  );
  const folding = [...xml.matchAll(/<row r="(\d+)"[^>]* outlineLevel="1"/g)].map(([, row]) => Number(row));
  return { cells, folding: new Set(folding) };
}

test('the workbook has a row for each unit, and each of its sums is a formula over the units behind it, which fold below it', async ({
  db,
}) => {
  await storeMany(db);
  const [rolled] = await readRollUps(db, [2026], false);
  if (!rolled) throw new Error('No roll-up.');
  const book = rollUpWorkbook(rolled);
  const xml = partOf(book, 'xl/worksheets/sheet1.xml');
  for (const part of ['sheet1', 'sheet2'])
    expect(SyntaxValidator.validate(partOf(book, `xl/worksheets/${part}.xml`))).toBe(true);
  const { cells, folding } = readCells(xml);
  // One report came from a unit that is on no list.
  expect(folding.size).toBe(owingUnits.length + 1);
  expect(xml).toContain('<outlinePr summaryBelow="0"/>');

  let sums = 0;
  for (const [place, { value, formula }] of cells) {
    if (!formula) continue;
    sums += 1;
    const [, kind, column, from, , to] = formula;
    const own = /[A-Z]+/.exec(place)?.[0];
    expect(column, place).toBe(own);
    const behind = Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => Number(from) + at)
      .map((row) => cells.get(`${column}${row}`))
      .filter((cell) => !cell?.formula)
      .flatMap((cell) => cell?.value ?? []);
    const byHand = kind === '9' ? behind.reduce((sum, one) => sum + one, 0) : behind.length;
    expect(value, place).toBe(byHand);
  }
  const kinds = [...xml.matchAll(/Có \d+ trên \d+ đơn vị/g)].length - 1;
  expect(sums).toBe(figures.length * (kinds + 2));

  const read = readFile(book);
  if (!read.ok) throw new Error(read.message);
  const rows = read.sheets[0]?.rows ?? [];
  const names = rows.map(([name]) => name);
  for (const { name } of owingUnits) expect(names).toContain(name);
  const all = rows.find(([name]) => name === 'Cộng') ?? [];
  for (const [at, { id }] of figures.entries()) {
    const { rows: counted } = await db.query(
      `select coalesce(sum((report ->> $1)::int), 0)::text as total from unit_filings`,
      [id],
    );
    expect(all[3 + at]).toBe(counted[0]?.total);
  }
  expect(JSON.stringify(read.sheets[1]?.rows)).toContain('<b>không phải thẻ</b>');
});

test('a year without a report still names every unit, with empty cells and no sum', async ({ db }) => {
  const [rolled] = await readRollUps(db, [2027], false);
  if (!rolled) throw new Error('No roll-up.');
  const { cells, folding } = readCells(partOf(rollUpWorkbook(rolled), 'xl/worksheets/sheet1.xml'));
  expect(folding.size).toBe(owingUnits.length);
  const numbers = [...cells.values()].flatMap(({ value }) => value ?? []);
  expect(new Set(numbers)).toEqual(new Set([0]));
});
