import { expect, test } from '@playwright/test';
import districtsFile from '../../../content/search/former-districts.json' with { type: 'json' };
import communesFile from '../../../content/units/communes.json' with { type: 'json' };
import { formerNames } from '../../../src/search/former-names.ts';

const { districts } = districtsFile;
const districtsOf = (code: string): string[] =>
  districts.flatMap(({ name, communes }) => (communes.includes(code) ? [name] : []));

test('every commune stands on the ground of some former district, and no district knows another commune', () => {
  const codes = communesFile.units.map(({ code }) => code);
  expect(codes.filter((code) => districtsOf(code).length === 0)).toEqual([]);
  expect(new Set(districts.flatMap(({ communes }) => communes))).toEqual(new Set(codes));
  for (const { communes } of districts) expect(new Set(communes).size).toBe(communes.length);
});

test('where the decision names the district of a former commune, the commune of today is under it', () => {
  const named = communesFile.units.flatMap(({ code, formedFrom }) =>
    [...formedFrom.matchAll(/\(((?:huyện|thị xã|thành phố) [^)]+)\)/g)].map(([, district]) => ({
      code,
      district,
    })),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ code, district }) => !districtsOf(code).includes(district ?? ''))).toEqual([]);
});

test('a commune that takes ground of two districts is found by both', () => {
  expect(formerNames.get('26221')).toEqual(
    expect.arrayContaining(['Xã Phú Điền', 'huyện Tân Phú', 'huyện Định Quán']),
  );
  expect(formerNames.get('25217')).not.toContain('huyện Bù Gia Mập');
});
