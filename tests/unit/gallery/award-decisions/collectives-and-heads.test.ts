import { expect, test } from '@playwright/test';
import { readPastedList } from '../../../../src/gallery/award-decisions/read-list.ts';
import { linesOf } from '../../../fixtures/award-lines.ts';

test('a collective has the unit that ends its name, and one that is only a part of a unit says that it lacks it', () => {
  const at = (name: string) => linesOf(readPastedList(`TT\tTên tập thể\n1\t${name}`))[0];
  for (const name of [
    'Phòng Kinh tế, UBND phường Trấn Biên',
    'Phòng Kinh tế - UBND phường Trấn Biên',
    'Phòng Kinh tế UBND phường Trấn Biên',
    'Phòng Kinh tế thuộc UBND phường Trấn Biên',
  ])
    expect(at(name), name).toMatchObject({
      name,
      unitName: 'UBND phường Trấn Biên',
      unitCode: '26041',
      doubts: [],
    });
  expect(at('Sở Văn hóa, Thể thao và Du lịch')).toMatchObject({
    unitName: null,
    unitCode: 'so-van-hoa-the-thao-va-du-lich',
    doubts: [],
  });
  expect(at('Tổ A, Công ty Thử')).toMatchObject({ unitName: 'Công ty Thử', unitCode: null, doubts: [] });
  expect(at('Công ty Thử')).toMatchObject({ unitName: null, doubts: [] });
  expect(at('Phòng Kinh tế')).toMatchObject({ doubts: ['Chưa có đơn vị của tập thể này.'] });
  expect(at('Phòng Kinh tế, Trấn Biên')?.doubts).toEqual([
    expect.stringContaining('Phòng Kinh tế, Trấn Biên'),
  ]);
});

test('a list without numbers keeps whoever is a head of an office, and leaves out who signs below', () => {
  const rows = ['Trưởng phòng', 'Giám đốc', 'Chủ tịch', 'Hiệu trưởng'].map((post, at) => [
    `Lê Thử ${'ABCD'[at]}`,
    post,
    'Sở Nội vụ',
  ]);
  const foot = [
    ['', '', 'Đồng Nai, ngày 01 tháng 12 năm 2026'],
    ['Người lập biểu', '', 'Giám đốc'],
    ['Võ Ký', '', 'Lê Ký'],
  ];
  for (const width of [2, 3]) {
    const list = [['Họ và tên', 'Chức vụ', 'Đơn vị'], ...rows, ...foot].map((row) =>
      row.slice(0, width).join('\t'),
    );
    expect(linesOf(readPastedList(list.join('\n'))).map(({ name }) => name)).toEqual(
      rows.map(([name]) => name),
    );
  }
});
