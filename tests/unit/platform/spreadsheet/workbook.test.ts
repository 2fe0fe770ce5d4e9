import { expect, test } from '@playwright/test';
import { SyntaxValidator } from 'fast-xml-validator';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFile } from '../../../../src/platform/spreadsheet/read-file.ts';
import { plainSheet } from '../../../../src/platform/spreadsheet/sheet.ts';
import { writeWorkbook } from '../../../../src/platform/spreadsheet/write-workbook.ts';
import { firstSheetRows } from '../../../fixtures/first-sheet.ts';

const workbook = (rows: string[][]) => writeWorkbook([{ name: 'Bảng', widths: [10, 30], rows }]);

/** A part of a workbook, as XML. */
const partOf = (book: Uint8Array, name: string) =>
  strFromU8(unzipSync(book)[`xl/${name}.xml`] ?? new Uint8Array());

/** A workbook as Excel writes one: texts shared, days as numbers, a pronunciation, empty cells left out. */
const excelBook = () =>
  zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook><sheets><sheet name="Bảng" sheetId="1" r:id="rId7"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="styles.xml"/><Relationship Id="rId7" Target="/xl/worksheets/sheet3.xml"/></Relationships>',
    ),
    'xl/styles.xml': strToU8(
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="mm\\/yyyy"/><numFmt numFmtId="165" formatCode="0&quot; d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ),
    'xl/sharedStrings.xml': strToU8(
      '<x:sst><x:si><x:t>Tên</x:t></x:si><x:si/><x:si><x:r><x:t xml:space="preserve">Tổ &amp; </x:t></x:r><x:r><x:t>đội&#10;số_x000D_</x:t></x:r><x:rPh sb="0"><x:t>no</x:t></x:rPh></x:si></x:sst>',
    ),
    'xl/worksheets/sheet3.xml': strToU8(
      '<worksheet><sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2"/><c r="D2" t="s"><v>2</v></c></row><row r="3"/><row r="4"><c r="A4"><v>1.5</v></c><c r="B4" s="1"><v>46204</v></c><c r="C4" s="2"><v>12</v></c><c r="D4" s="3"><v>46204</v></c><c r="E4" t="b"><v>1</v></c><c r="F4" t="str"><f>A4&amp;"x"</f><v>kết quả</v></c></row></sheetData></worksheet>',
    ),
  });

test('a workbook of Excel: shared texts, days as days, numbers as people write them, empty rows in their place', () => {
  expect(firstSheetRows(excelBook())).toEqual([
    [],
    ['', 'Tên', '', 'Tổ & đội\nsố'],
    [],
    ['1,5', '7/2026', '12 d', '2026-07-01', 'có', 'kết quả'],
  ]);
});

test('what was written is read again; nothing in it is a formula', () => {
  const rows = [
    ['TT', 'Tên'],
    ['1', '=HYPERLINK("http://x","y")'],
    ['2', 'Dòng 1\nDòng 2 <b> & "c"'],
  ];
  expect(firstSheetRows(workbook(rows))).toEqual(rows);
  expect(Buffer.from(workbook(rows)).includes('<f>')).toBe(false);
});

test('a table of figures: numbers that can be summed, its title and notes over all columns, one page', () => {
  const rows = [['Biểu thử'], ['Năm: 2026'], ['Loại', 'Số'], ['Sở', 1_234], ['Cộng', 1_234], ['Ghi chú']];
  const sheets = [{ name: 'Biểu', widths: [40, 20], rows, table: { from: 2, to: 4 }, quietRows: [5] }];
  const book = writeWorkbook(sheets);
  const xml = partOf(book, 'worksheets/sheet1');
  expect(xml).toMatch(/<c r="B4" s="\d+"><v>1234<\/v><\/c>/);
  expect([...xml.matchAll(/mergeCell ref="([^"]*)"/g)].map(([, cells]) => cells)).toEqual([
    'A1:B1',
    'A2:B2',
    'A6:B6',
  ]);
  expect(xml).toContain('ySplit="3" topLeftCell="A4"');
  expect(xml).toContain('fitToHeight="1"');
  expect(partOf(book, 'workbook')).toContain("'Biểu'!$3:$3");
  expect(firstSheetRows(book)[3]).toEqual(['Sở', '1234']);
});

test('a text longer than a cell may be is cut and says so', () => {
  const [[cell = ''] = []] = firstSheetRows(workbook([['x'.repeat(40_000)]]));
  expect(cell).toHaveLength(32_767);
  expect(cell).toContain('bị cắt');
});

test('no program cuts a row: it is as high as its longest cell, and no higher than a row may be', () => {
  const sheet = partOf(
    workbook([
      ['TT', 'Tên'],
      ['1\n2\n3', 'x'.repeat(150)],
      ['', 'x\n'.repeat(90)],
    ]),
    'worksheets/sheet1',
  );
  expect([...sheet.matchAll(/<row [^>]*ht="(\d+)"/g)].map(([, height]) => Number(height))).toEqual([
    15, 75, 409,
  ]);
});

test('heading and first columns stay in view and are printed on every page; a cell says what may stand in it', () => {
  const book = writeWorkbook([
    {
      name: 'Bảng',
      widths: [10, 30],
      rows: [['TT', 'Tên']],
      fixedColumns: 2,
      pagesWide: 3,
      lists: [{ column: 0, from: "'Cách điền'!$A$1:$A$2" }],
      hints: [
        { column: 0, words: 'Một mục' },
        { column: 1, words: '"<'.repeat(200) },
      ],
    },
  ]);
  const sheet = partOf(book, 'worksheets/sheet1');
  expect(sheet).toContain('<pane xSplit="2" ySplit="1" topLeftCell="C2" state="frozen"');
  expect(sheet).toContain('orientation="landscape" fitToWidth="3" fitToHeight="0"');
  expect(partOf(book, 'workbook')).toContain("'Bảng'!$A:$B,'Bảng'!$1:$1<");
  const [list, free] = [...sheet.matchAll(/<dataValidation [^>]*>.*?<\/dataValidation>/g)].map(
    ([xml]) => xml,
  );
  expect(list).toContain('type="list" allowBlank="1" showInputMessage="1" prompt="Một mục"');
  expect(list).toContain("<formula1>'Cách điền'!$A$1:$A$2</formula1>");
  expect(free).not.toContain('type=');
  expect(/prompt="([^"]*)"/.exec(free ?? '')?.[1]?.replace(/&\w+;/g, 'x')).toHaveLength(255);
  for (const part of ['worksheets/sheet1', 'workbook'])
    expect(SyntaxValidator.validate(partOf(book, part))).toBe(true);
});

test('a file is read by what it is; another says what to do', () => {
  const text = (words: string) => readFile(Buffer.from(words));
  expect(readFile(workbook([['a', 'b']]))).toEqual({
    ok: true,
    sheets: [{ ...plainSheet([['a', 'b']]), name: 'Bảng' }],
  });
  expect(text('\ufeffa;b')).toEqual({ ok: true, sheets: [plainSheet([['a', 'b']])] });
  expect(readFile(Buffer.from('\ufeffTên\tb', 'utf16le'))).toEqual({
    ok: true,
    sheets: [plainSheet([['Tên', 'b']])],
  });
  for (const [bytes, words] of [
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'lưu thành .xlsx'],
    [Buffer.from('PK nothing'), 'Không đọc được tệp'],
    [Buffer.from([0x54, 0xea, 0x6e]), 'CSV UTF-8'],
    [Buffer.alloc(2 * 1024 * 1024 + 1, 'a'), '2 MB'],
  ] as const) {
    expect(readFile(bytes)).toEqual({ ok: false, message: expect.stringContaining(words) });
  }
});

test('text is read in every encoding that shows itself', () => {
  const words = 'TT\tTên người được đề cử\r\n1\tNguyễn Văn A';
  const rows = [
    ['TT', 'Tên người được đề cử'],
    ['1', 'Nguyễn Văn A'],
  ];
  const little = Buffer.from(words, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const bytes of [
    Buffer.from(words),
    Buffer.from(`\ufeff${words}`),
    Buffer.from(`\ufeff${words}`, 'utf16le'),
    Buffer.from(`\ufeff${words}`, 'utf16le').swap16(),
    little,
    big,
  ]) {
    expect(readFile(bytes)).toEqual({ ok: true, sheets: [plainSheet(rows)] });
  }
});

test('a text of more rows than a sheet has says that not all was read', () => {
  const file = readFile(Buffer.from('TT;Tên\n'.repeat(6_000)));
  expect(file).toMatchObject({ ok: true, sheets: [{ unread: expect.stringContaining('5.000 dòng') }] });
});
