import { expect, test } from '@playwright/test';
import { findBatchForm } from '../../../../src/filing/batches/batch-form.ts';
import { readMonthCell } from '../../../../src/filing/batches/months.ts';
import { parseCell } from '../../../../src/filing/batches/read-cell.ts';

const viewOf = (form: string, name: string) => {
  const column = findBatchForm(form)?.columns.find((each) => each.name === name);
  if (!column) throw new Error(`There is no column ${name}.`);
  return column.view;
};
const collective = (name: string, typed: string, group?: string) =>
  parseCell(viewOf('de-cu-tap-the', name), typed, group);

for (const written of [
  '7/2026',
  '07-2026',
  'tháng 7 năm 2026',
  'Thg7-26',
  '1/7/2026',
  '2026-07-01',
  'Jul-26',
  '7 / 2026',
  'T7/2026',
]) {
  test(`“${written}” is July 2026`, () => {
    expect(readMonthCell(written).replace(/^0/, '')).toBe('7/2026');
  });
}

test('text that is no month is left for the form to refuse', () => {
  for (const written of ['quý III', '2026', '7', '', '=1/7', '13 tháng'])
    expect(readMonthCell(written)).toBe(written);
});

for (const typed of [
  '1.2',
  'III.1.2',
  '1,2',
  'doan-the',
  'Mặt trận Tổ quốc, tổ chức chính trị - xã hội',
  'mat tran',
  'MTTQ',
]) {
  test(`“${typed}” names its criteria group`, () => {
    expect(collective('criteriaGroup', typed)).toEqual({ ok: true, answer: 'doan-the' });
  });
}

test('criteria by their place in the group, by their number in the plan and by name', () => {
  for (const typed of [
    '1; 3',
    '1, 3',
    '1.3.1; III.1.3.3',
    '1\n3',
    'Chiến lược bền vững, văn hóa đổi mới, hợp tác quốc tế; 3',
  ]) {
    expect(collective('criteria', typed, 'doanh-nghiep')).toEqual({
      ok: true,
      answer: ['iii-1-3-1', 'iii-1-3-3'],
    });
  }
});

test('a criterion of another group is refused by name, with the possible ones', () => {
  expect(collective('criteria', '1.1.5', 'doan-the')).toEqual({
    ok: false,
    message: expect.stringMatching(/^“1\.1\.5” không có trong danh sách.*1\.2\.1 \(/),
  });
});

test('a choice is not guessed by its first words, nor by a formula', () => {
  for (const typed of ['h', 'ho gia', '=1', '9', 'Hợp', 'x', 'không'])
    expect(collective('kind', typed)).toMatchObject({ ok: false });
});

test('rows within a cell: parts apart by a bar, an address alone', () => {
  expect(collective('indicators', 'Số hồ sơ | 10 | 25 | hồ sơ\nThời gian|5||ngày')).toEqual({
    ok: true,
    answer: [
      { name: 'Số hồ sơ', before: '10', after: '25', unit: 'hồ sơ' },
      { name: 'Thời gian', before: '5', unit: 'ngày' },
    ],
  });
  expect(collective('evidence', 'https://donvi.example/a')).toEqual({
    ok: true,
    answer: [{ address: 'https://donvi.example/a' }],
  });
  expect(collective('indicators', 'a|b|c|d|e')).toMatchObject({ ok: false });
});

test('a consent is given by a clear word alone', () => {
  for (const typed of ['Có', 'x', 'đồng ý', 'TRUE'])
    expect(collective('publicConsent', typed)).toEqual({ ok: true, answer: 'on' });
  for (const typed of ['Không', '0', '-', 'Chưa đồng ý'])
    expect(collective('publicConsent', typed)).toEqual({ ok: true, answer: undefined });
  for (const typed of ['để hỏi lại', 'cô', 'cờ', 'Có?', 'có/không', 'không có ý kiến', 'đông y'])
    expect(collective('publicConsent', typed), typed).toMatchObject({ ok: false });
});
