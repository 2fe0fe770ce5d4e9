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
  expect(filtered(all, table, { kind: ['tap-the'] })).toEqual([1, 2]);
  expect(filtered(all, table, { strand: ['ii-1', 'ii-3'] })).toEqual([0, 1]);
  expect(filtered(all, table, { strand: ['ii-3'], kind: ['tap-the'] })).toEqual([1]);
  expect(filtered(all, table, { award: ['huan-chuong-lao-dong'] })).toEqual([]);
  expect(filtered(all, table, { year: [] })).toEqual(all);
});

test('each filter is counted among what the others let through', () => {
  const counts = countFacets(all, table, { kind: ['tap-the'] });
  expect(counts.kind).toEqual({ 'mo-hinh': 1, 'tap-the': 2 });
  expect(counts.year).toEqual({ '2026': 1, '2027': 1 });
  expect(counts.strand).toEqual({ 'ii-3': 1 });
  expect(counts.award).toEqual({ 'giay-khen': 1 });
});
