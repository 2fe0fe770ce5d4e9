import { expect, test } from '@playwright/test';
import { leftOutWords } from '../../../../src/filing/batches/left-out.ts';
import { type Merge, plainSheet } from '../../../../src/platform/spreadsheet/sheet.ts';
import { nomineeNames, readOfficeTable } from '../../../fixtures/read-office-table.ts';
import { goodCells, headings } from '../../../fixtures/tables.ts';

const whys = ({ skipped }: ReturnType<typeof readOfficeTable>) =>
  skipped.map(({ line, why }) => `${line} ${why}`);
const at = (row: number, column: number, rows: number, columns: number): Merge => ({
  row,
  column,
  rows,
  columns,
});

/** Families of this country, first words of signatures and totals among what they sound like. */
const families =
  `Vi Ví Vì Tổng Tống Cộng Ghi Danh Ký Thủ Giám Người Nơi Ngày Đồng Sơn Điểu K' H' Lò Vừ Giàng Kpă Rơ Thạch Kim Châu
  Ngô Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Dương Lý Ma Mã Mạ Sùng Tẩn Vàng Thào Hạng Lầu Ly Mùa Quàng Tòng
  Cầm Bạc Bế Chu Đàm Nông Triệu Lục Ninh Xa Y A B C D I V X Ông Bà Mục Khối Phòng`.split(/\s+/);

test('no family name makes a row vanish, with or without a number, whatever else is filled', () => {
  const people = families.flatMap((family) => [`${family} Văn Dũng`, `${family} Thị Hoa`, `${family} Dũng`]);
  for (const width of [headings.length, 2]) {
    for (const number of ['numbered', '']) {
      const rows = people.map((name, index) =>
        goodCells(name, number && String(index + 1)).map((cell, column) => (column < width ? cell : '')),
      );
      const table = readOfficeTable([
        headings,
        goodCells('Tổ đầu', number && '900'),
        ...rows,
        goodCells('Tổ cuối', number && '901'),
      ]);
      expect([width, number, nomineeNames(table)]).toEqual([width, number, ['Tổ đầu', ...people, 'Tổ cuối']]);
    }
  }
});

test('only the template’s own example is passed over', () => {
  const rows = ['Ví dụ', 'VI DU', 'Vi Dụ', 'Ví Dũng', 'VÍ DỤ'].map((name) => goodCells(name));
  const marked = [
    goodCells('Tổ ghi đè', 'VÍ DỤ'),
    goodCells('VÍ DỤ – dòng này không gửi đi', '1'),
    goodCells('Tổ', 'Ví dụ'),
  ];
  const table = readOfficeTable([headings, ...rows, ...marked]);
  expect(nomineeNames(table)).toEqual(['Ví dụ', 'VI DU', 'Vi Dụ', 'Ví Dũng', 'VÍ DỤ', 'Tổ']);
  // Whoever wrote over the example is told that his row was not read.
  expect([table.isPlain, leftOutWords(table)]).toEqual([false, [expect.stringContaining('Tổ ghi đè')]]);
  expect(
    readOfficeTable([headings, goodCells('VÍ DỤ – dòng này không gửi đi', 'VÍ DỤ'), goodCells('A', '1')])
      .isPlain,
  ).toBe(true);
});

const only = (column: number, text: string) => headings.map((_, index) => (index === column ? text : ''));

test('sections, totals, notes, place and date, signatures are named as left out; the rows keep their numbers', () => {
  const closing = [
    only(1, 'Tổng cộng: 02 tập thể'),
    only(0, 'Danh sách này có 02 tập thể./.'),
    only(8, 'Đồng Nai, ngày 01 tháng 12 năm 2026'),
    only(1, 'NGƯỜI LẬP BIỂU').map((cell, index) => (index === 8 ? 'THỦ TRƯỞNG ĐƠN VỊ' : cell)),
    only(1, '(Ký, ghi rõ họ tên)').map((cell, index) => (index === 8 ? '(Ký tên, đóng dấu)' : cell)),
    only(1, 'Trần Thị Bình').map((cell, index) => (index === 8 ? 'Lê Văn Cường' : cell)),
  ];
  const table = readOfficeTable([
    headings,
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)', '(11)'],
    ['I', 'Khối trường học'],
    goodCells('A', '1'),
    ['', 'II. Khối doanh nghiệp'],
    goodCells('B', '2'),
    ...closing,
  ]);
  expect(nomineeNames(table)).toEqual(['A', 'B']);
  expect(table.rows.map(({ number }) => number)).toEqual([1, 2]);
  expect(whys(table)).toEqual([
    '1 heading',
    '2 numbering',
    '3 section',
    '5 section',
    '7 total',
    '8 note',
    '9 closing',
    '10 closing',
    '11 closing',
    '12 closing',
  ]);
  const words = leftOutWords(table).join('\n');
  for (const said of ['Dòng 3, 5', '“Tổng cộng: 02 tập thể”', 'dòng ghi chú', 'Dòng 9–12'])
    expect(words).toContain(said);
});

for (const total of [
  'Tổng cộng',
  'TỔNG CỘNG',
  'Cộng',
  'Cộng: 3 người',
  'Tổng số: 12 tập thể',
  'Tong cong: 3',
  'Tổng số tập thể đề nghị: 3',
])
  test(`“${total}” is a total where it stands alone, and a nominee where the table numbers it`, () => {
    expect(nomineeNames(readOfficeTable([headings, goodCells('A', '1'), only(1, total)]))).toEqual(['A']);
    expect(nomineeNames(readOfficeTable([headings, goodCells('A', '1'), ['2', total]]))).toEqual([
      'A',
      total,
    ]);
    expect(nomineeNames(readOfficeTable([headings, goodCells('A', '1'), goodCells(total)]))).toEqual([
      'A',
      total,
    ]);
  });

test('in a heading of two lines groups help, the lower line wins, and no nominee is read as a heading', () => {
  const [top, sub] = [
    [...headings.slice(0, 8), 'Thời gian đạt thành tích', '', headings[10] ?? ''],
    headings.map((heading, index) => ([8, 9].includes(index) ? heading : '')),
  ];
  const merges = [
    at(0, 8, 1, 2),
    ...headings.flatMap((_, column) => ([8, 9].includes(column) ? [] : [at(0, column, 2, 1)])),
  ];
  for (const sheet of [
    plainSheet([top, sub, goodCells('A', '1')]),
    { ...plainSheet([top, sub, goodCells('A', '1')]), merges },
  ]) {
    const table = readOfficeTable(sheet);
    expect(whys(table)).toEqual(['1 heading', '2 heading']);
    expect(table.rows).toMatchObject([
      { number: 1, cells: { name: 'A', periodFrom: '7/2026', sameAchievement: 'Chưa' } },
    ]);
    expect(Object.keys(table.rows[0]?.cells ?? {})).toHaveLength(headings.length - 1);
  }
  const split = readOfficeTable([
    [...headings.slice(0, 8), 'Từ', 'Đến', 'Tỷ lệ'],
    [...headings.slice(0, 8).map(() => ''), 'tháng', 'tháng', 'nữ (%)'],
    [...goodCells('A', '1').slice(0, 10), '70%'],
  ]);
  expect(split.rows).toMatchObject([
    { cells: { periodFrom: '7/2026', periodTo: 'tháng 10 năm 2026', womenShare: '70%' } },
  ]);
  const plain = readOfficeTable([headings, goodCells('Thành tích', '1'), goodCells('Từ tháng')]);
  expect(nomineeNames(plain)).toEqual(['Thành tích', 'Từ tháng']);
});

test('headings are found below the head of a state document, and the skipped lines are named', () => {
  const above = ['UBND THÀNH PHỐ ĐỒNG NAI', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'DANH SÁCH', 'Căn cứ …'];
  for (const count of [1, 9, 25]) {
    const head = Array.from({ length: count }, (_, index) => [above[index % 4] ?? '']);
    const table = readOfficeTable([...head, [], headings, goodCells('A', '1')]);
    expect(nomineeNames(table)).toEqual(['A']);
    expect(leftOutWords(table)[0]).toContain('phía trên hàng tên cột');
    expect(table.skipped.filter(({ why }) => why === 'above')).toHaveLength(count);
  }
});

test('a heading that is repeated on each page is no nominee', () => {
  expect(
    nomineeNames(readOfficeTable([headings, goodCells('A', '1'), headings, goodCells('B', '2')])),
  ).toEqual(['A', 'B']);
});

test('a merged cell says the same of each row that it covers; a title across the table is no row', () => {
  const rows = [
    headings,
    ...['A', 'B', 'C'].map((name, index) => goodCells(name, String(index + 1))),
    only(0, 'Khối hai'),
  ];
  const [, , second, third] = rows;
  for (const row of [second, third]) if (row) row[3] = '';
  const table = readOfficeTable({
    ...plainSheet(rows),
    name: 'DS',
    merges: [at(1, 3, 3, 1), at(4, 0, 1, 11)],
  });
  expect(table.rows.map(({ cells }) => cells.criteriaGroup)).toEqual(['1.1', '1.1', '1.1']);
  expect([table.merged, table.isPlain, whys(table).at(-1)]).toEqual([['D2'], false, '5 section']);
});

test('a name merged over two lines does not become two nominees in silence', () => {
  const rows = [headings, goodCells('A', '1'), goodCells('', '')];
  const table = readOfficeTable({ ...plainSheet(rows), merges: [at(1, 0, 2, 1), at(1, 1, 2, 1)] });
  expect(nomineeNames(table)).toEqual(['A', undefined]);
});
