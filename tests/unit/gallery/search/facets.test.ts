import { expect, test } from '@playwright/test';
import { facetTable } from '../../../../src/gallery/search/facet-table.ts';
import { countFacets, filtered } from '../../../../src/gallery/search/facets.ts';
import { invented } from './invented.ts';

const stories = [
  invented({ name: 'A', kind: 'mo-hinh', strands: ['ii-1', 'ii-3'], year: 2026 }),
  invented({ name: 'B', kind: 'tap-the', strands: ['ii-3'], year: 2026, awardForm: 'giay-khen' }),
  invented({ name: 'C', kind: 'tap-the', strands: [], year: 2027 }),
];
const table = facetTable(stories);
const all = [0, 1, 2];

test('a story passes when it has one of the values of every filter', () => {
  expect(filtered(all, table, { loai: ['tap-the'] })).toEqual([1, 2]);
  expect(filtered(all, table, { 'noi-dung': ['ii-1', 'ii-3'] })).toEqual([0, 1]);
  expect(filtered(all, table, { 'noi-dung': ['ii-3'], loai: ['tap-the'] })).toEqual([1]);
  expect(filtered(all, table, { khen: ['huan-chuong-lao-dong'] })).toEqual([]);
  expect(filtered(all, table, { nam: [] })).toEqual(all);
});

test('models of a size, and those that others apply, are found by what the build counted', () => {
  const models = [
    { ...invented({ name: 'A', unitSize: 'duoi-10' }), adoptions: Array(3).fill({ indicators: [] }) },
    { ...invented({ name: 'B', unitSize: 'duoi-10' }), adoptions: [] },
    { ...invented({ name: 'C', unitSize: 'tu-200' }), adoptions: [{ indicators: [] }] },
  ];
  const byNeed = facetTable(models);
  expect(filtered(all, byNeed, { 'quy-mo': ['duoi-10'] })).toEqual([0, 1]);
  expect(filtered(all, byNeed, { 'quy-mo': ['duoi-10'], 'ap-dung': ['co'] })).toEqual([0]);
  expect(countFacets(all, byNeed, {})['ap-dung']).toEqual({ co: 2 });
});

test('each filter is counted among what the others let through', () => {
  const counts = countFacets(all, table, { loai: ['tap-the'] });
  expect(counts.loai).toEqual({ 'mo-hinh': 1, 'tap-the': 2 });
  expect(counts.nam).toEqual({ '2026': 1, '2027': 1 });
  expect(counts['noi-dung']).toEqual({ 'ii-3': 1 });
  expect(counts.khen).toEqual({ 'giay-khen': 1 });
});
