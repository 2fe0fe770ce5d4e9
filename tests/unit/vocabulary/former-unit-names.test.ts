import { expect, test } from '@playwright/test';
import districtsFile from '../../../content/search/former-districts.json' with { type: 'json' };
import communesFile from '../../../content/units/communes.json' with { type: 'json' };
import otherNames from '../../../content/units/other-names.json' with { type: 'json' };
import { formerNames, formerNamesOf } from '../../../src/vocabulary/former-unit-names.ts';

import { units, unlistedUnits } from '../../../src/vocabulary/units.ts';

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

test('every other name is of a listed unit, and of every former one the source is told', () => {
  const codes = new Set(units.map(({ code }) => code));
  const { former, called, beginnings, sources } = otherNames;
  const used = [...former.flatMap(({ now }) => now.map(({ code }) => code)), ...Object.keys(called)];
  const answers = unlistedUnits.map(({ name }) => name.replace(/ \(.*/, ''));
  expect(answers).toEqual(expect.arrayContaining(Object.keys(beginnings)));
  expect(used.filter((code) => !codes.has(code))).toEqual([]);
  expect(new Set(former.map(({ source }) => source))).toEqual(new Set(Object.keys(sources)));
});

test('a commune that became a ward on 30/4/2026 had its other type until then; no other name ends on that day', () => {
  const changed = communesFile.units.filter(({ upgradedToPhuong2026_04_30 }) => upgradedToPhuong2026_04_30);
  const until = '30/4/2026';
  const named = [...formerNamesOf].flatMap(([code, names]) =>
    names.filter((name) => name.until === until).map(({ name }) => [code, name]),
  );
  expect(named).toEqual(changed.map(({ code, name }) => [code, `Xã ${name}`]));
  expect(formerNames.get('26368')).not.toContain('Xã Long Thành');
});

test('where a decision names the district of a former commune, no other is said of it', () => {
  const [name] = (formerNamesOf.get('25220') ?? []).filter((former) => former.name === 'Xã Bình Sơn');
  expect(name).toEqual({ name: 'Xã Bình Sơn', until: '1/7/2025', districts: ['huyện Phú Riềng'] });
});
