import { expect, test } from '@playwright/test';
import { className, countClasses, countClassOf } from '../../../../src/gallery/map/classes.ts';
import { countByUnit } from '../../../../src/gallery/map/counts.ts';

for (const [most, words] of [
  [1, ['1']],
  [3, ['1', '2', '3']],
  [4, ['1', '2', '3', '4']],
  [13, ['1', '2–3', '4–7', '8–13']],
  [30, ['1–2', '3–5', '6–10', '11–30']],
  [2000, ['1–10', '11–50', '51–200', '201–2000']],
] as const) {
  test(`with up to ${most} stories in a unit the classes are: ${words.join(' · ') || 'none'}`, () => {
    expect(countClasses([0, 1, most]).map(className)).toEqual(words);
  });
}

test('where no unit has a story there is no class', () => {
  expect(countClasses([])).toEqual([]);
  expect(countClasses([0, 0])).toEqual([]);
});

test('where every unit has many stories, about a quarter of the units is in each class', () => {
  const counts = Array.from({ length: 95 }, (_, place) => 20 + (place % 30));
  const classes = countClasses(counts);
  expect(classes.map(className)).toEqual(['1–24', '25–34', '35–39', '40–49']);
  const shares = classes.map((_, index) =>
    counts.filter((count) => countClassOf(classes, count) === index + 1),
  );
  for (const { length } of shares) expect(length).toBeGreaterThan(10);
  expect(countClasses([30, 30, 30]).map(className)).toEqual(['1–29', '30']);
});

test('every count has one class, and a higher count never has a lower class', () => {
  for (const most of [1, 7, 12, 25, 100, 999]) {
    const classes = countClasses([0, 1, most]);
    const levels = Array.from({ length: most + 1 }, (_, count) => countClassOf(classes, count));
    expect(levels[0]).toBe(0);
    expect(levels.slice(1).every((level) => level > 0)).toBe(true);
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
  }
});

test('stories are counted by unit: communes by code, others by name, unlisted ones by group', () => {
  const { ofCommunes, others } = countByUnit([
    { unitCode: '26005', unitName: 'UBND phường' },
    { unitCode: '26068', unitName: 'Biên Hòa' },
    { unitCode: '26068', unitName: 'Biên Hoà' },
    { unitCode: 'so-y-te', unitName: 'Sở Y tế thành phố' },
    { unitCode: 'doanh-nghiep', unitName: 'Công ty A' },
    { unitCode: 'doanh-nghiep', unitName: 'Công ty B' },
    { unitCode: 'minh-hoa-01', unitName: 'Đơn vị minh họa 01' },
    { unitCode: null, unitName: 'Tổ hợp tác' },
  ]);
  expect([...ofCommunes]).toEqual([
    ['26005', 1],
    ['26068', 2],
  ]);
  expect(others).toEqual([
    { code: 'doanh-nghiep', name: 'Doanh nghiệp, hợp tác xã', count: 2 },
    { code: null, name: 'Đơn vị khác', count: 1 },
    { code: 'minh-hoa-01', name: 'Đơn vị minh họa 01', count: 1 },
    { code: 'so-y-te', name: 'Sở Y tế', count: 1 },
  ]);
});
