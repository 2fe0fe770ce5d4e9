import { expect, test } from '@playwright/test';
import { changeInWords } from '../../../../src/gallery/stories/change.ts';

const change = (before: string | null, after: string | null, unit: string | null = null) =>
  changeInWords({ before, after, unit });

test('a change is told in per cent, one decimal at most, as Vietnamese writes it', () => {
  expect(change('25', '15', 'phút')).toBe('giảm 40%');
  expect(change('43', '27', 'điểm')).toBe('giảm 37,2%');
  expect(change('1.234,5', '2.469', 'kg')).toBe('tăng 100%');
  expect(change('1.000.000', '1.250.000', 'đồng')).toBe('tăng 25%');
  expect(change('4', '0', 'vụ')).toBe('giảm 100%');
});

test('between two shares of a hundred the change is in points', () => {
  expect(change('34', '71', '%')).toBe('tăng 37 điểm phần trăm');
  expect(change('4,1', '1,6', 'phần trăm')).toBe('giảm 2,5 điểm phần trăm');
  expect(change('34%', '71 %')).toBe('tăng 37 điểm phần trăm');
  expect(change('34%', '71%', '%')).toBe('tăng 37 điểm phần trăm');
});

test('a unit said again in the cell does not hide the number', () => {
  expect(change('6 ngày', '2 Ngày', 'ngày')).toBe('giảm 66,7%');
});

test('an unchanged value is reported as unchanged; a change that rounds to zero is not reported', () => {
  expect(change('12', '12,0', 'hộ')).toBe('không đổi');
  expect(change('100.000', '100.001', 'hộ')).toBeNull();
});

for (const [before, after, unit] of [
  ['3 ngày', '40 phút', null],
  ['khoảng 25', '15', 'phút'],
  [null, '15', 'phút'],
  ['25', null, 'phút'],
  ['25–30', '15', 'phút'],
  ['1,234', '900', 'hộ'],
  ['4.1', '1.6', 'kg'],
  ['12.34', '15', 'kg'],
  ['1.23.4', '15', 'kg'],
  ['0', '15', 'hộ'],
  ['-5', '15', 'độ'],
  ['', '15', 'hộ'],
] as const) {
  test(`“${before}” → “${after}” ${unit ?? ''} leaves a doubt, so no change is told`, () => {
    expect(change(before, after, unit)).toBeNull();
  });
}

test('a comma after nought is a decimal, whatever follows', () => {
  expect(change('0,125', '0,25', 'g')).toBe('tăng 100%');
});
