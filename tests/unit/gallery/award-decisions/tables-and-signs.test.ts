import { expect, test } from '@playwright/test';
import { awardLines } from '../../../../src/gallery/award-decisions/award-lines.ts';
import { readListFile, readPastedList } from '../../../../src/gallery/award-decisions/read-list.ts';
import { writeWorkbook } from '../../../../src/platform/spreadsheet/write-workbook.ts';

type Rows = readonly (readonly string[])[];
const pasted = (rows: Rows) => readPastedList(rows.map((row) => row.join('\t')).join('\n'));
const workbook = (rows: Rows) =>
  readListFile(
    writeWorkbook([{ name: 'Danh sách', widths: [5, 30, 30, 30, 30], rows: rows.map((r) => [...r]) }]),
  );
const linesOf = (read: ReturnType<typeof readPastedList>, usual: string | null = 'giay-khen') => {
  if (!read.ok) throw new Error(read.message);
  return awardLines(read.rows, usual);
};

const collectives: Rows = [
  ['TT', 'Tên tập thể', 'Thành tích'],
  ['1', 'Phòng Thử nghiệm 1, Sở Y tế', 'Xuất sắc'],
  ['2', 'Phòng Kinh tế, Hạ tầng và Đô thị', 'Tốt'],
];
const persons: Rows = [
  ['STT', 'Họ và tên', 'Giới tính', 'Chức vụ', 'Đơn vị công tác'],
  ['1', 'Nguyễn Văn Thử', 'Nam', 'Trưởng phòng', 'Sở Y tế'],
  ['2', 'Trần Thị Thử', 'Nữ', 'Bác sĩ', 'Sở Y tế'],
  ['3', 'Lê Minh Thử', 'Nam', 'Bác sĩ', 'Sở Y tế'],
];
const households: Rows = [
  ['Số TT', 'Tên hộ gia đình', 'Địa chỉ'],
  ['1', 'Hộ ông Phạm Văn Thử', 'ấp 3, xã Tân Triều'],
];
const tops: readonly Rows[] = [[], [['DANH SÁCH TẶNG GIẤY KHEN']], [['DANH SÁCH'], ['']]];
const titles: readonly ((kind: string) => Rows)[] = [
  () => [],
  () => [['']],
  (kind) => [[`II. ${kind}`]],
  (kind) => [[''], [kind]],
];

for (const [way, read] of Object.entries({ pasted, workbook }))
  test(`tables with headings of their own, one below the other, are all read: ${way}`, () => {
    for (const top of tops)
      for (const title of titles)
        for (const order of [
          [collectives, persons, households],
          [persons, collectives],
          [households, persons],
        ]) {
          const kindOf = (part: Rows) => (part === persons ? 'CÁ NHÂN' : 'TẬP THỂ');
          const sheet = [...top, ...order.flatMap((part) => [...title(kindOf(part)), ...part])];
          const what = JSON.stringify(sheet);
          const lines = linesOf(read(sheet));
          const wanted = order.flatMap((part) =>
            part.slice(1).map(([, name = '']) => [name, part === persons ? 'ca-nhan' : 'tap-the']),
          );
          expect(
            lines.map(({ name, kind }) => [name, kind]),
            what,
          ).toEqual(wanted);
          const [row] = lines.filter(({ name }) => name === 'Trần Thị Thử');
          if (order.includes(persons))
            expect(row, what).toMatchObject({ position: 'Bác sĩ', unitName: 'Sở Y tế', sex: 'nu' });
          const at = sheet.findIndex(([, name]) => name === row?.name) + 1;
          if (row) expect(row.where, what).toMatch(new RegExp(`dòng ${at}$`, 'i'));
        }
  });

test('headings that a page repeats begin no table: the section above goes on', () => {
  const rows = [
    ['I. CÁ NHÂN'],
    ...persons.slice(0, 2),
    persons[0] ?? [],
    ['2', 'Phòng Nguyễn', 'Nam', 'Bác sĩ', 'Sở Y tế'],
  ];
  expect(linesOf(pasted(rows)).map(({ kind }) => kind)).toEqual(['ca-nhan', 'ca-nhan']);
});

test('men and women are ticked under one heading, in columns of their own, or by a year of birth', () => {
  for (const over of ['Giới tính', 'Năm sinh'])
    for (const mark of ['x', '1980'])
      expect(
        linesOf(
          pasted([
            ['TT', 'Họ và tên', over, '', 'Đơn vị'],
            ['', '', 'Nam', 'Nữ', ''],
            ['1', 'Nguyễn Văn Thử', mark, '', 'Sở Y tế'],
            ['2', 'Trần Thị Thử', '', mark, 'Sở Y tế'],
          ]),
        ).map(({ sex }) => sex),
        `${over} ${mark}`,
      ).toEqual(['nam', 'nu']);
});

test('a list in an old or a wrong encoding is refused with the line and what to do, never drafted', () => {
  const utf8 = 'TT\tHọ và tên\tĐơn vị\n1\tNguyễn Văn Thử\tSở Y tế\n';
  for (const [what, text] of [
    ['TCVN3', 'TT\tHä vµ tªn\t§¬n vÞ\n1\tNguyÔn V¨n An\tSë Néi vô\n'],
    ['TCVN3 below right headings', 'TT\tHọ và tên\tĐơn vị\n1\tNguyÔn V¨n An\tSë Néi vô\n'],
    ['UTF-8 read as Windows-1252', new TextDecoder('windows-1252').decode(Buffer.from(utf8))],
  ] as const)
    expect(readPastedList(text), what).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^Dòng \d+: /),
    });
  expect(linesOf(readPastedList(utf8.normalize('NFD')))[0]).toMatchObject({ name: 'Nguyễn Văn Thử' });
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(utf8, 'utf16le')]);
  expect(linesOf(readListFile(new Uint8Array(utf16)))[0]).toMatchObject({ unitName: 'Sở Y tế' });
});

test('“Ông/Bà” and names in capitals are doubts, and a cell of two lines is one name', () => {
  const doubtsOf = (name: string) =>
    linesOf(
      pasted([
        ['TT', 'Họ và tên', 'Đơn vị'],
        ['1', name, 'Sở Y tế'],
      ]),
    )[0]?.doubts.join(' ');
  for (const name of ['Ông/Bà Lê Thử', 'Ông (bà): Lê Thử', 'bà / ông Lê Thử'])
    expect(doubtsOf(name), name).toContain('Tên còn ghi “Ông/Bà”');
  for (const name of ['LÊ VĂN THỬ', 'BÀ ĐIỂU THỊ THỬ', 'LÊ VĂN THỬ'.normalize('NFD')])
    expect(doubtsOf(name), name).toContain('Tên viết hoa cả chữ');
  for (const name of ['Ông Lê Thử', 'Bà Lê Thử', 'Lê Văn Thử', 'K’ Brếp Thử', 'UBND phường Thử'])
    expect(doubtsOf(name) ?? '', name).not.toMatch(/Ông\/Bà|viết hoa/);
  const text = 'TT\tHọ và tên\tĐơn vị\n1\t"Nguyễn Văn\nThử"\t"Trường THCS\nTrần Thử"\n';
  expect(linesOf(readPastedList(text))[0]).toMatchObject({ unitName: 'Trường THCS Trần Thử' });
});
