import { expect, test } from '@playwright/test';
import { unitPath } from '../../../src/vocabulary/unit-path.ts';
import { units } from '../../../src/vocabulary/units.ts';

test('every unit has an address of its own, in letters that anybody can type', () => {
  const paths = units.map(unitPath);
  expect(new Set(paths).size).toBe(units.length);
  for (const path of paths) expect(path).toMatch(/^\/don-vi\/[a-z0-9]+(-[a-z0-9]+)*\/$/);
});

test('the address of a commune lasts when its type changes', () => {
  const code = '26248';
  expect(unitPath({ code, name: 'UBND xã Trảng Bom' })).toBe('/don-vi/trang-bom-26248/');
  expect(unitPath({ code, name: 'UBND phường Trảng Bom' })).toBe('/don-vi/trang-bom-26248/');
  expect(unitPath({ code: '25225', name: 'UBND xã Đăk Ơ' })).toBe('/don-vi/dak-o-25225/');
});
