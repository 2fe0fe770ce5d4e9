import { randomBytes } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import { writeWorkbook } from '../../../../src/platform/spreadsheet/write-workbook.ts';
import { batchTools, fileTable } from '../../../fixtures/batch.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { goodCells, headings } from '../../../fixtures/tables.ts';

const megabyte = 1024 * 1024;
const table = [headings, goodCells('Tập thể thử tệp lớn')];
const workbook = (rows: readonly (readonly string[])[]) =>
  writeWorkbook([{ name: 'Bảng', widths: headings.map(() => 20), rows }]);

/** The workbook of a table, with a file more in it, or its first sheet changed. */
function changed(more: Record<string, Uint8Array>, sheet = (xml: string) => xml) {
  const name = 'xl/worksheets/sheet1.xml';
  const parts = unzipSync(workbook(table));
  const xml = sheet(new TextDecoder().decode(parts[name]));
  return zipSync({ ...parts, [name]: new TextEncoder().encode(xml), ...more }, { level: 1 });
}

const before = (mark: string, added: string) => (xml: string) => xml.replace(mark, `${added}${mark}`);
const picture = (megabytes: number) => ({ 'xl/media/image1.png': randomBytes(megabytes * megabyte) });

/** Why a table of one nominee may be large, and what its sender reads without script. */
const causes: Record<string, [file: Uint8Array, status: number, words: RegExp | null]> = {
  'pictures that a request holds': [changed(picture(3)), 303, null],
  'pictures that it does not hold': [changed(picture(6)), 413, /quá 5 MB.*có ảnh.*tệp \.xlsx mới/s],
  'empty formatted rows': [
    changed({}, before('</sheetData>', '<row/>'.repeat(2_000_000))),
    422,
    /rất nhiều dòng trống được định dạng.*Xóa \(Delete\)/s,
  ],
  'many rows': [
    workbook([headings, ...Array.from({ length: 6_000 }, (_, at) => goodCells(`Tập thể ${at}`))]),
    422,
    /có hơn 5\.000 dòng.*nhiều bảng nhỏ hơn/s,
  ],
  'a few rows too many': [
    workbook([headings, ...Array.from({ length: 130 }, (_, at) => goodCells(`Tập thể ${at}`))]),
    422,
    /130 dòng.*nhiều nhất 100 dòng.*30 dòng cuối sang lần sau/s,
  ],
  'many columns': [
    workbook(table.map((row) => [...row, ...Array.from({ length: 300 }, () => 'x')])),
    422,
    /ngoài 256 cột đầu.*xóa các cột thừa/s,
  ],
};

for (const [cause, [file, status, words]] of Object.entries(causes)) {
  test(`without script a file that is large by ${cause} gets the advice for it`, async ({ db }) => {
    const answer = await fileTable(batchTools(db), '', { file: new Uint8Array(file) });
    expect(answer.status).toBe(status);
    if (words) expect(await answer.text()).toMatch(words);
  });
}
