import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { readText, writeTabs } from '../../../../src/platform/spreadsheet/read-text.ts';

test('a table as Excel copies it: line breaks and doubled quotes in cells, CRLF', () => {
  expect(readText('TT\tTên\r\n1\t"Tổ ""số""\nxóm 2"\r\n2\tĐội\r\n')).toEqual([
    ['TT', 'Tên'],
    ['1', 'Tổ "số"\nxóm 2'],
    ['2', 'Đội'],
  ]);
});

test('a tab within a quoted cell is text', () => {
  expect(readText('a\t"b\tc"\nd\te')).toEqual([
    ['a', 'b\tc'],
    ['d', 'e'],
  ]);
});

test('a quote that begins or stands in a text takes nothing else with it', () => {
  expect(readText('"Vì dân" phục vụ\tb\n"không đóng\tc\nd\t5" ống')).toEqual([
    ['"Vì dân" phục vụ', 'b'],
    ['"không đóng', 'c'],
    ['d', '5" ống'],
  ]);
});

for (const [name, text] of [
  ['semicolons', '\ufeffTT;Tên\r\n1;"a;b"\r\n'],
  ['commas', 'TT,Tên\n1,a;b\n'],
  ['a declared separator', '\ufeffsep=|\r\nTT|Tên\r\n1|a;b\r\n'],
] as const) {
  test(`CSV with ${name}, with the mark of UTF-8 or without`, () => {
    expect(readText(text)).toEqual([
      ['TT', 'Tên'],
      ['1', 'a;b'],
    ]);
  });
}

test('a line of one cell above the table does not hide its separator', () => {
  expect(readText('DANH SÁCH ĐỀ CỬ\nTT;Tên\n1;a')).toEqual([['DANH SÁCH ĐỀ CỬ'], ['TT', 'Tên'], ['1', 'a']]);
});

const isHeading = (cell: string) => ['TT', 'Tên', 'Nơi ở', 'Ghi chú'].includes(cell.trim());

for (const separator of ['\t', ';', ',', '|']) {
  test(`known headings tell the separator ${JSON.stringify(separator)}, whatever stands above and in the cells`, () => {
    const others = ['\t', ';', ',', '|'].filter((other) => other !== separator).join(' ');
    const above = [`Danh sách${others}năm 2026`, others.repeat(5), `Kèm theo${others}`];
    const rows = [
      ['TT', 'Tên', 'Nơi ở'],
      ['1', `a${others}b${others}c`, `d${others}`],
    ];
    const text = [...above, ...rows.map((row) => row.join(separator))].join('\r\n');
    expect(readText(text, { isHeading }).slice(above.length)).toEqual(rows);
  });
}

test('without known headings the separator is what parts most lines alike', () => {
  const text = 'Danh sách đề cử, năm 2026\na;b;c\n1, 2, 3;d;e\n4;f;g';
  expect(readText(text).slice(1)).toEqual([
    ['a', 'b', 'c'],
    ['1, 2, 3', 'd', 'e'],
    ['4', 'f', 'g'],
  ]);
});

test('a text of more rows than a sheet has is cut one row behind them', () => {
  expect(readText('x\n'.repeat(20_000))).toHaveLength(5_001);
});

test('any text is read, and what was written is read again as it was', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readText(text)));
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ế', '"', '\t', '\n', '\r', ';', ',', ' ', '=', '\u00a0'),
  });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(table, (rows) => {
      expect(readText(writeTabs([['TT', 'Tên'], ...rows])).slice(1)).toEqual(rows);
    }),
  );
});
