import { expect, test } from '@playwright/test';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import { awardLines } from '../../../../src/gallery/award-decisions/award-lines.ts';
import { awardOf } from '../../../../src/gallery/award-decisions/award-of.ts';
import { kindOfName, namedKind } from '../../../../src/gallery/award-decisions/kind-of.ts';
import {
  type ReadRows,
  readListFile,
  readPastedList,
} from '../../../../src/gallery/award-decisions/read-list.ts';
import { writeWorkbook } from '../../../../src/platform/spreadsheet/write-workbook.ts';
import { awardForms } from '../../../../src/vocabulary/taxonomy.ts';
import { awardListRows, pastedList } from '../../../fixtures/award-list.ts';

const usual = 'bang-khen-chu-tich-thanh-pho';

const linesOf = (read: ReadRows) => {
  if (!read.ok) throw new Error(read.message);
  return awardLines(read.rows, usual);
};

const facts = (read: ReadRows) =>
  linesOf(read).map(({ name, kind, unitName, award, motivation, doubts }) => ({
    name,
    kind,
    unitName,
    award,
    motivation,
    doubts,
  }));

const cell = (
  text: string,
  merge: (typeof VerticalMergeType)[keyof typeof VerticalMergeType] | null = null,
) => new TableCell({ children: [new Paragraph(text)], ...(merge && { verticalMerge: merge }) });

async function wordFile(parts: readonly (string | string[][])[]): Promise<Uint8Array> {
  const children = parts.map((part) =>
    typeof part === 'string'
      ? new Paragraph(part)
      : new Table({ rows: part.map((row) => new TableRow({ children: row.map((text) => cell(text)) })) }),
  );
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

const heading = ['TT', 'Tên tập thể, cá nhân', 'Đơn vị công tác', 'Thành tích'];
const bodyOf = (rows: string[][], from: string, to: string | null) => {
  const start = rows.findIndex((row) => row[1] === from) + 1;
  const end = to === null ? rows.length - 1 : rows.findIndex((row) => row[1] === to);
  return rows.slice(start, end);
};

test('one list reads the same pasted, as CSV, as Excel with two sheets, and as a Word file with a table for each part', async () => {
  const rows = awardListRows(4, 6);
  const [collectives, persons] = [bodyOf(rows, 'TẬP THỂ', 'CÁ NHÂN'), bodyOf(rows, 'CÁ NHÂN', null)];
  const expected = facts(readPastedList(pastedList(4, 6)));
  expect(expected).toHaveLength(10);
  expect(expected.filter(({ kind }) => kind === 'tap-the')).toHaveLength(4);
  expect(expected.every(({ doubts, award }) => doubts.length === 0 && award === usual)).toBe(true);
  const csv = rows.map((row) => row.map((text) => `"${text}"`).join(',')).join('\r\n');
  expect(facts(readListFile(new TextEncoder().encode(csv)))).toEqual(expected);
  const widths = [5, 30, 30, 40];
  const book = writeWorkbook([
    { name: 'Tập thể', widths, rows: [heading, ...collectives] },
    { name: 'Cá nhân', widths, rows: [heading, ...persons] },
  ]);
  expect(facts(readListFile(book))).toEqual(expected);
  const document = await wordFile([
    [['ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']],
    'DANH SÁCH KÈM THEO QUYẾT ĐỊNH',
    'I. TẬP THỂ',
    [heading, ...collectives],
    'II. CÁ NHÂN',
    [heading, ...persons],
  ]);
  expect(facts(readListFile(document))).toEqual(expected);
});

test('cells merged downwards in a Word table give their value to every row that they cover', async () => {
  const row = (cells: TableCell[]) => new TableRow({ children: cells });
  const table = new Table({
    rows: [
      row(['TT', 'Họ và tên', 'Đơn vị'].map((text) => cell(text))),
      row([cell('1'), cell('Lê Thử A'), cell('Đơn vị minh họa 01', VerticalMergeType.RESTART)]),
      row([cell('2'), cell('Lê Thử B'), cell('', VerticalMergeType.CONTINUE)]),
      row([cell('3'), cell('Lê Thử C'), cell('Đơn vị minh họa 02')]),
    ],
  });
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [table] }] }));
  expect(linesOf(readListFile(bytes)).map(({ unitName }) => unitName)).toEqual([
    'Đơn vị minh họa 01',
    'Đơn vị minh họa 01',
    'Đơn vị minh họa 02',
  ]);
});

test('a list without a line, or a file that holds none, is refused with what to do', async () => {
  const noTable = await wordFile(['Chỉ có chữ.']);
  const pdf = new TextEncoder().encode('%PDF-1.7 …');
  for (const read of [
    readPastedList(''),
    readListFile(noTable),
    readListFile(pdf),
    readListFile(new Uint8Array()),
  ])
    expect(read).toMatchObject({ ok: false, message: expect.stringMatching(/\S.{20,}/) });
});

test('sections name the award and the kind; a cell of the row says more; what is unclear is said', () => {
  const list = [
    'Tên\tĐơn vị\tHình thức\tLoại',
    'A. BẰNG KHEN CỦA CHỦ TỊCH UBND THÀNH PHỐ\t\t\t',
    'I. Tập thể\t\t\t',
    'Tổ Thử nghiệm\tĐơn vị minh họa 01\t\t',
    'Tô Thử\tĐơn vị minh họa 01\tGiấy khen\tCá nhân',
    'Ông Lê Thử\tĐơn vị minh họa 01\t\t',
    'B. GIẤY KHEN\t\t\t',
    'II. Cá nhân\t\t\t',
    'Phạm Thử\tĐơn vị minh họa 02\tHuy hiệu lạ\t',
    'Phạm Thử\tĐơn vị minh họa 02\t\t',
    'Võ Thử\t\t\t',
    '\tĐơn vị minh họa 03\t\t',
  ].join('\n');
  const lines = linesOf(readPastedList(list));
  expect(lines.map(({ name, kind, award, doubts }) => [name, kind, award, doubts.join(' ')])).toEqual([
    ['Tổ Thử nghiệm', 'tap-the', usual, ''],
    ['Tô Thử', 'ca-nhan', 'giay-khen', ''],
    ['Ông Lê Thử', 'tap-the', usual, 'Đứng trong phần tập thể nhưng tên giống một người.'],
    ['Phạm Thử', 'ca-nhan', null, 'Không hiểu hình thức khen thưởng “Huy hiệu lạ”: chọn ở bài.'],
    ['Phạm Thử', 'ca-nhan', 'giay-khen', 'Trùng tên, cùng đơn vị với dòng 9.'],
    ['Võ Thử', 'ca-nhan', 'giay-khen', 'Chưa có đơn vị của người này.'],
    ['', null, 'giay-khen', 'Dòng này chưa có tên.'],
  ]);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
});

test('every award form is known by its full name, by “UBND” and “TP”, and “Bằng khen” alone is the usual one', () => {
  for (const { id, name } of awardForms) {
    expect(awardOf(name), name).toBe(id);
    expect(awardOf(name.replace('Ủy ban nhân dân thành phố', 'UBND TP').toUpperCase()), name).toBe(id);
  }
  expect(awardOf('Bằng khen', 'bang-khen-thu-tuong')).toBe('bang-khen-thu-tuong');
  expect(awardOf('Bằng khen')).toBeNull();
  expect(awardOf('Cờ thi đua', usual)).toBeNull();
});

test('kinds are told by words that only one kind has', () => {
  for (const [words, kind] of [
    ['I. TẬP THỂ (12)', 'tap-the'],
    ['Cá nhân', 'ca-nhan'],
    ['Họ và tên', 'ca-nhan'],
    ['Tên tập thể, cá nhân', null],
    ['Khối trường học', null],
    ['Hộ gia đình', 'tap-the'],
  ] as const)
    expect(namedKind(words), words).toBe(kind);
  for (const [name, kind] of [
    ['Tổ Một cửa', 'tap-the'],
    ['Tô Văn Thử', null],
    ['Đoàn Thị Thử', null],
    ['Đoàn Thanh niên phường thử', 'tap-the'],
    ['Bà Lê Thử', 'ca-nhan'],
    ['Bùi Thử', null],
    ['UBND xã thử', 'tap-the'],
  ] as const)
    expect(kindOfName(name), name).toBe(kind);
});
