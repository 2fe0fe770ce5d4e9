import { expect, test } from '@playwright/test';
import { unitMeant, unitSearch } from '../../../src/vocabulary/find-units.ts';
import { faults, firstUnit, meant, search, tried, unitNames } from '../../fixtures/find-units.ts';
import { communeNames, holders, listedUnits, spellings } from '../../fixtures/unit-names.ts';

test.afterAll(() => {
  console.log(
    `${tried.names} names: ${tried.chosen} chosen by Enter, ${tried.ambiguous} listed to choose from`,
  );
});

const fullNames = [...new Set(communeNames.map(({ full }) => full))];
const bareNames = [...new Set(communeNames.map(({ bare }) => bare))];

/** “Xã Long Phước” with what people put around it. */
const withType = (full: string) => [
  full,
  full
    .replace(/^Xã /i, 'X.')
    .replace(/^Phường /i, 'P.')
    .replace(/^Thị trấn /i, 'TT. ')
    .replace(/^Thành phố /i, 'TP.'),
  `UBND ${full}`,
  `Ủy ban nhân dân ${full}`,
  `${full}, thành phố Đồng Nai`,
];

for (const [at, { write, same }] of spellings.entries()) {
  test(`every commune is first under every name with its type, or all who had it are listed (spelling ${at})`, () => {
    const wrong = fullNames.flatMap((full) =>
      (at === 0 ? withType(full) : [full, `UBND ${full}`]).flatMap((typed) =>
        faults(write(typed), holders(same, 'full', full)),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test(`and under every name without it (spelling ${at})`, () => {
    const wrong = bareNames.flatMap((bare) =>
      [bare, `UBND ${bare}`].flatMap((typed) => faults(write(typed), holders(same, 'bare', bare))),
    );
    expect(wrong).toEqual([]);
  });
}

test('words in another order, another type or another office are shown, and nothing is chosen for them', () => {
  expect(firstUnit('phường Phước Long')).toBe('UBND phường Phước Long');
  expect(firstUnit('Long Bình')).toBe('UBND phường Long Bình');
  for (const typed of [
    'Lộc Bình',
    'xã Bình Phước',
    'tỉnh Bình Phước',
    'Đảng ủy phường Trấn Biên',
    'HĐND xã Bom Bo',
  ]) {
    expect(search(typed).length, typed).toBeGreaterThan(0);
    expect(meant(typed), typed).toBeUndefined();
  }
  const turned = communeNames.map(({ bare }) => bare.split(' ').reverse().join(' '));
  const known = new Set(communeNames.map(({ bare }) => bare));
  for (const typed of turned.filter((name) => !known.has(name))) {
    const chosen = unitMeant(search(typed));
    expect(chosen?.rank ?? 0, typed).toBeLessThan(12);
    if (chosen) expect((chosen.former ?? chosen.name).toLowerCase(), typed).toContain(typed.toLowerCase());
  }
});

test('a former district lists every commune on its ground, and a district typed after a name tells equals apart', () => {
  expect(unitNames('huyện Trảng Bom').slice(0, 6)).toEqual([
    'UBND phường Hố Nai',
    'UBND phường Trảng Bom',
    'UBND xã An Viễn',
    'UBND xã Bàu Hàm',
    'UBND xã Bình Minh',
    'UBND xã Hưng Thịnh',
  ]);
  expect(meant('huyện Trảng Bom')).toBeUndefined();
  expect(meant('Trảng Bom')).toBe('UBND phường Trảng Bom');
  expect(search('TP. Biên Hòa').filter(({ former }) => former === 'thành phố Biên Hòa')).toHaveLength(10);
  expect(meant('Thị trấn Tân Phú')).toBeUndefined();
  expect(meant('Thị trấn Tân Phú, huyện Đồng Phú, tỉnh Bình Phước')).toBe('UBND phường Đồng Phú');
  expect(meant('thị trấn tân phú (huyện Tân Phú)')).toBe('UBND phường Tân Phú');
  expect(meant('xã Long Phước, huyện Long Thành, tỉnh Đồng Nai')).toBe('UBND xã Long Phước');
});

test('a name that changed is shown beside the name of today', () => {
  expect(search('xã Long Thành')[0]).toMatchObject({
    name: 'UBND phường Long Thành',
    former: 'Xã Long Thành',
    until: '30/4/2026',
  });
  expect(search('Long Thành')[0]).not.toHaveProperty('former');
  expect(search('phường Quyết Thắng')[0]).toMatchObject({ name: 'UBND phường Trấn Biên' });
  expect(search('Biên Hoà')[0]?.name).toBe(firstUnit('Biên Hòa'));
  for (const typed of ['Đăk Ơ', 'Đắk Ơ', 'Đak Ơ', 'dak o', 'UBND xã Đắk Ơ'])
    expect(meant(typed), typed).toBe('UBND xã Đăk Ơ');
});

test('what is being typed narrows the list: beginnings, then words within, then words apart', () => {
  expect(firstUnit('so noi')).toBe('Sở Nội vụ');
  expect(unitNames('xã Long').slice(0, 2)).toEqual(['UBND xã Long Hà', 'UBND xã Long Phước']);
  expect(unitNames('ubnd xa').length).toBeGreaterThanOrEqual(62);
  expect(search(' ')).toEqual([]);
  expect(search('khong co don vi nay')).toEqual([]);
});

test('equals stand in Vietnamese order, however the list was ordered', () => {
  const turned = unitSearch([...listedUnits].reverse());
  for (const typed of ['Long', 'xã', 'Sở', 'Tân', 'huyện Lộc Ninh'])
    expect(
      turned(typed).map(({ name }) => name),
      typed,
    ).toEqual(unitNames(typed));
});
