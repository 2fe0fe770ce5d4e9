import { expect, test } from '@playwright/test';
import { indicatorSet } from '../../../../src/gallery/open-data/sets/indicators.ts';
import { storyCitation } from '../../../../src/gallery/stories/citation.ts';
import { readIndicator } from '../../../../src/gallery/stories/lines.ts';
import { surenessOf } from '../../../../src/gallery/stories/sureness.ts';
import { fullStory, inventedSources } from '../open-data/sources.ts';

const water = { name: 'Lượng nước', before: '1.240', after: '655', unit: 'm³' };
const published = { documents: 0, publishedAt: '2026-11-20T01:00:00.000Z' };
const others = (name: string, before: string, after: string) => [
  { indicators: [{ name, before, after, unit: 'm³' }] },
];

const cases: [string, string, Parameters<typeof surenessOf>][] = [
  ['nothing is attached', 'tu-khai', [water, published, []]],
  ['a document is attached', 'co-tai-lieu', [water, { ...published, documents: 1 }, []]],
  [
    'another unit reports the same, written otherwise',
    'lam-lai-duoc',
    [water, published, others('lượng Nước', '90', '60')],
  ],
  ['another unit reports the contrary', 'tu-khai', [water, published, others('Lượng nước', '60', '90')]],
  ['another unit reports another figure', 'tu-khai', [water, published, others('Điện', '90', '60')]],
  [
    'it is measured again after 12 months',
    'do-lai',
    [{ ...water, later: { month: '2027-11', figure: '700' } }, published, []],
  ],
  [
    'it is measured again too soon',
    'tu-khai',
    [{ ...water, later: { month: '2027-10', figure: '700' } }, published, []],
  ],
  [
    'the later measure is no better than the first',
    'co-tai-lieu',
    [{ ...water, later: { month: '2028-01', figure: '1.300' } }, { ...published, documents: 2 }, []],
  ],
  [
    'figures are no numbers',
    'tu-khai',
    [{ ...water, after: 'ít hơn' }, published, others('Lượng nước', '9', '6')],
  ],
];

for (const [what, id, given] of cases)
  test(`a figure is “${id}” where ${what}`, () => {
    expect(surenessOf(...given).id).toBe(id);
  });

test('a line says the later measure, and one that cannot be read is refused, never dropped', () => {
  const line = 'Chỉ số: Nước · Trước: 1.240 · Sau: 655 · Đơn vị tính: m³';
  expect(readIndicator(line)).not.toHaveProperty('later');
  for (const later of ['3/2028, 640', '03/2028: 640', '3/2028 = 640'])
    expect(readIndicator(`${line} · Đo lại: ${later}`)?.later).toEqual({ month: '2028-03', figure: '640' });
  for (const later of ['640', '13/2028, 640', '3/2028', 'năm sau'])
    expect(readIndicator(`${line} · Đo lại: ${later}`), later).toBeUndefined();
});

test('data and citation say how sure each figure is', () => {
  const adoptions = [{ indicators: [{ name: 'Nước', before: '10', after: '8', unit: 'm³' }] }];
  expect(storyCitation(fullStory, 'X', []).long).toContain('kết quả: nước 1.240 → 655 m³ (tự khai)');
  expect(storyCitation(fullStory, 'X', adoptions).long).toContain('(nơi khác làm lại được)');
  const at = indicatorSet.columns.findIndex(({ key }) => key === 'sureness');
  const rows = indicatorSet.rowsOf(inventedSources);
  expect(rows.map((row) => row[at])).toEqual(rows.map(() => 'tu-khai'));
});
