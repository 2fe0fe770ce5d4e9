import { expect, test } from '@playwright/test';
import { nameKey } from '../../../../src/vietnamese/name-key.ts';

const same: readonly (readonly string[])[] = [
  ["K'Hà", 'K’Hà', 'KʼHà', 'K‘Hà', 'K` Hà', "K' Hà", 'K’\u00a0Hà', 'k’hà', 'KHÀ', 'K\u200b’Hà', 'Ｋ＇Hà'],
  ['Điểu K’Rứ', 'Điểu K Rứ'.replace('K ', "K'"), 'ĐIỂU K´RỨ', 'Ðiểu K′Rứ'],
  ['Ka-Sô Lít', 'Ka Sô Lít', 'Ka‑Sô Lít', 'Ka – Sô Lít'],
  [
    'Nguyễn Thị Kỹ',
    'Nguyễn Thị Kĩ',
    'Ông Nguyễn Thị Kỹ',
    'Bà Nguyễn Thị Kỹ',
    'Đồng chí Nguyễn Thị Kỹ',
    'đ/c Nguyễn Thị Kỹ',
  ],
  ['Trần Văn Hoà', 'Trần Văn Hòa', 'Trần  Văn Hòa', 'Trần Văn Hòa'.normalize('NFD')],
];

for (const names of same) {
  test(`${names[0]} is one person in ${names.length} spellings`, () => {
    expect(new Set(names.map(nameKey)).size, names.map(nameKey).join(' | ')).toBe(1);
  });
}

test('other names are others, and a name is not taken for a form of address', () => {
  const names = ["K'Hà", 'K Hà Lan', 'Ka Sô', 'Ông Thị Hoa', 'Bà Rịa', 'Trần Văn Hoàn', ''];
  expect(new Set(names.map(nameKey)).size).toBe(names.length);
  expect(nameKey('Bà Rịa')).toBe('ba ria');
});
