import { expect, test } from '@playwright/test';
import { findValues } from '../../../../src/gallery/browse/find-values.ts';
import { formerNames } from '../../../../src/vocabulary/former-unit-names.ts';
import { units } from '../../../../src/vocabulary/units.ts';

const values = units.map(({ code, name }) => ({
  id: code,
  name,
  count: 1,
  former: formerNames.get(code) ?? [],
}));
const found = (typed: string) => findValues(values, typed).map(({ value }) => value.name);

test('a unit is found by its name, by a former one, with tones or without, while it is typed', () => {
  for (const typed of ['Trấn Biên', 'tran bien', 'phuong tran bi'])
    expect(found(typed)[0], typed).toBe('UBND phường Trấn Biên');
  for (const typed of ['Biên Hòa', 'Biên Hoà', 'bien hoa', 'BIÊN HÒA'])
    expect(found(typed), typed).toEqual(
      expect.arrayContaining(['UBND phường Biên Hoà', 'UBND phường Trấn Biên']),
    );
  expect(found('bien hoa')[0]).toBe('UBND phường Biên Hoà');
});

test('an old district gives all communes on its ground, and says which name led there', () => {
  const district = findValues(values, 'huyện trảng bom');
  expect(district.map(({ value }) => value.id)).toEqual(expect.arrayContaining(['26248', '26281', '26005']));
  expect(new Set(district.map(({ former }) => former))).toEqual(new Set(['huyện Trảng Bom']));
});

test('an empty text finds all values, nonsense none', () => {
  expect(found('')).toHaveLength(units.length);
  expect(found('zzzz')).toEqual([]);
});
