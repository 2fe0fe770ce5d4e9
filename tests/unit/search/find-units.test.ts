import { expect, test } from '@playwright/test';
import { unitSearch } from '../../../src/search/find-units.ts';
import { units } from '../../../src/schemas/units.ts';

const search = unitSearch(units);
const first = (typed: string) => search(typed)[0]?.name;

test('a unit is found without tones, by its beginning, by its initials', () => {
  expect(first('so noi')).toBe('Sở Nội vụ');
  expect(first('skhcn')).toBe('Sở Khoa học và Công nghệ');
  expect(first('ubmttq')).toBe('Ủy ban MTTQ Việt Nam thành phố');
  expect(first('dong xoai')).toBe('UBND phường Đồng Xoài');
});

test('a name of before 1/7/2025 finds the unit of today, after units that bear the name', () => {
  const found = search('phu rieng');
  expect(found[0]).toEqual({ code: expect.any(String), name: 'UBND xã Phú Riềng', group: 'xa-phuong' });
  expect(found[1]?.former).toBe('huyện Phú Riềng');
  expect(search('binh son').every(({ former }) => former === 'Xã Bình Sơn')).toBe(true);
});

test('nothing typed and nothing known find nothing', () => {
  expect(search(' ')).toEqual([]);
  expect(search('khong co don vi nay')).toEqual([]);
});
