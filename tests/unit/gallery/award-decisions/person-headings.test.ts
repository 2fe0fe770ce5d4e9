import { expect, test } from '@playwright/test';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import {
  type ReadRows,
  readListFile,
  readPastedList,
} from '../../../../src/gallery/award-decisions/read-list.ts';
import { linesOf } from '../../../fixtures/award-lines.ts';

const word = async (rows: readonly (readonly string[])[]) =>
  readListFile(
    await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Table({
                rows: rows.map(
                  (row) =>
                    new TableRow({
                      children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })),
                    }),
                ),
              }),
            ],
          },
        ],
      }),
    ),
  );

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
/** A list as people hand it over. */
const ways = {
  'pasted with tabs': (rows: string[][]) => readPastedList(rows.map((row) => row.join('\t')).join('\n')),
  'pasted with quotes': (rows: string[][]) =>
    readPastedList(rows.map((row) => row.map(quoted).join(',')).join('\n')),
  'CSV file': (rows: string[][]) =>
    readListFile(new TextEncoder().encode(rows.map((row) => row.map(quoted).join(';')).join('\r\n'))),
  'Word table': word,
};

const positions = ['Chức vụ', 'Chức danh', 'Chức vụ, chức danh', 'Chức danh hoặc nghề nghiệp'];
const places = ['Đơn vị', 'Đơn vị công tác', 'Nơi công tác', 'Cơ quan, đơn vị công tác'];
const names = ['Họ và tên', 'Họ tên', 'Tên cá nhân'];
const joints = [', ', ' - ', '; ', ' và ', '/'];
const addresses = ['', 'Ông ', 'Bà ', 'Đ/c ', 'Đồng chí ', 'ThS. ', 'TS.BS. ', 'Bà ThS, BS ', 'Bác sĩ CKII '];
/** Position, unit, and the code of the unit. */
const posts = [
  ['Trưởng phòng Hành chính', 'Sở Nội vụ', 'so-noi-vu'],
  ['Phó Chủ tịch', 'UBND phường Trấn Biên', '26041'],
  ['Giám đốc', 'Sở Văn hóa, Thể thao và Du lịch', 'so-van-hoa-the-thao-va-du-lich'],
  ['Tổ trưởng', 'Phòng Kinh tế, UBND phường Trấn Biên', '26041'],
  ['Giáo viên', 'Trường Tiểu học Thử nghiệm', null],
  ['Bí thư Chi đoàn, cán bộ', 'Đoàn TNCS Hồ Chí Minh phường Thử', null],
] as const;
const separators = [', ', ' - ', ' – ', '; ', ' | '];

const people = posts.flatMap(([position, unit, code], at) =>
  addresses.map((address, no) => ({
    name: `${address}Nguyễn Viên Thử ${String.fromCharCode(65 + at)}${no}`.replace(/\d$/, ''),
    position,
    unit,
    code,
    separator: separators[(at + no) % separators.length] ?? ', ',
  })),
);
const expected = people.map(({ name, position, unit, code }) => [name, position, unit, code]);
const found = (read: ReadRows) =>
  linesOf(read).map(({ name, position, unitName, unitCode }) => [name, position, unitName, unitCode]);
const withoutTwice = (read: ReadRows) =>
  linesOf(read).flatMap(({ doubts }) => doubts.filter((doubt) => !doubt.startsWith('Trùng tên')));

for (const [way, read] of Object.entries(ways)) {
  test(`name, position and unit are told apart in one column, ${way}`, async () => {
    for (const [no, joint] of joints.entries())
      for (const order of ['npu', 'nup'] as const) {
        const [position, place] = [positions[no % positions.length] ?? '', places[no % places.length] ?? ''];
        const parts = order === 'npu' ? [position, place] : [place, position];
        const heading = [names[no % names.length], ...parts].join(joint);
        const rows = people.map(({ name, position, unit, separator }, at) => [
          String(at + 1),
          [name, ...(order === 'npu' ? [position, unit] : [unit, position])].join(separator),
          'Có thành tích, được khen',
        ]);
        const list = await read([['TT', heading, 'Thành tích'], ...rows]);
        expect(found(list), heading).toEqual(expected);
        expect(withoutTwice(list), heading).toEqual([]);
      }
  });

  test(`position and unit are told apart in a column of their own, ${way}`, async () => {
    for (const [no, joint] of joints.entries())
      for (const isUnitFirst of [false, true]) {
        const [position, place] = [positions[no % positions.length] ?? '', places[no % places.length] ?? ''];
        const heading = (isUnitFirst ? [place, position] : [position, place]).join(joint);
        const rows = people.map(({ name, position, unit, separator }) => [
          name,
          (isUnitFirst ? [unit, position] : [position, unit]).join(separator),
        ]);
        const list = await read([['Họ và tên', heading], ...rows]);
        expect(found(list), heading).toEqual(expected);
        expect(withoutTwice(list), heading).toEqual([]);
      }
  });
}

test('without a separator the full name of a listed unit ends a position; else the text stays whole, and the line says so', () => {
  const at = (cell: string) =>
    linesOf(readPastedList(`TT\tHọ và tên\tChức vụ, đơn vị công tác\n1\tLê Thử\t${cell}`))[0];
  expect(at('Chủ tịch UBND phường Trấn Biên')).toMatchObject({
    position: 'Chủ tịch',
    unitName: 'UBND phường Trấn Biên',
    unitCode: '26041',
    doubts: [],
  });
  for (const cell of [
    'Bí thư Đảng ủy phường Trấn Biên',
    'Giáo viên Trường Tiểu học Thử',
    'Chuyên viên',
    'Sở Nội vụ, Trưởng phòng, Sở Tài chính',
  ])
    expect(at(cell), cell).toMatchObject({
      position: null,
      unitName: cell,
      doubts: [expect.stringContaining(cell)],
    });
  const named = (cell: string) => linesOf(readPastedList(`TT\tHọ và tên, chức vụ, đơn vị\n1\t${cell}`))[0];
  for (const cell of [
    'Trần Thử Giáo viên Trường A',
    'trần thử, giáo viên, Trường A',
    'Lê Thử, Vĩnh Thử, Trấn Thử',
  ])
    expect(named(cell), cell).toMatchObject({ name: cell, doubts: [expect.stringContaining(cell)] });
  const [plain] = linesOf(readPastedList('TT\tHọ và tên\tĐơn vị\n1\tLê Thử, Trưởng phòng\tSở Nội vụ'));
  expect(plain).toMatchObject({ name: 'Lê Thử, Trưởng phòng', doubts: [expect.stringContaining('Ô tên')] });
});

test('lines with commas under a heading with commas are one column where the commas do not agree', () => {
  const list = [
    'Họ và tên, chức vụ, đơn vị công tác',
    'Ông Lê Thử, Trưởng phòng, Sở Nội vụ',
    'Bà Võ Thử, Phó phòng, Phòng A, Sở Nội vụ',
  ].join('\n');
  expect(found(readPastedList(list))).toEqual([
    ['Ông Lê Thử', 'Trưởng phòng', 'Sở Nội vụ', 'so-noi-vu'],
    ['Bà Võ Thử', 'Phó phòng', 'Phòng A, Sở Nội vụ', 'so-noi-vu'],
  ]);
});
