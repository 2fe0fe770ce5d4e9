import { expect, test } from '@playwright/test';
import {
  choicesOf,
  readState,
  sortOf,
  toggled,
  unfiltered,
  withSort,
  writeState,
} from '../../../../src/gallery/browse/gallery-state.ts';

const known = new Set(['loai mo-hinh', 'loai ca-nhan', 'don-vi 26068', 'nam 2026']);
const read = (query: string) =>
  readState(new URLSearchParams(query), (facet, value) => known.has(`${facet} ${value}`));

test('an address says the state, and the state the address', () => {
  const address = '?q=duong&loai=mo-hinh&loai=ca-nhan&don-vi=26068&sap=ten';
  expect(writeState(read(address))).toBe(address);
  expect(choicesOf(read(address)).map(({ value }) => value)).toEqual(['mo-hinh', 'ca-nhan', '26068']);
});

test('unknown and repeated parts of an address are left out', () => {
  expect(writeState(read('?loai=xyz&loai=mo-hinh&loai=mo-hinh&sap=gia&nam=1999&utm=1&q=%20%20'))).toBe(
    '?loai=mo-hinh',
  );
});

test('words order by fit, else the newest come first; only another order is named', () => {
  expect(sortOf(read(''))).toBe('moi');
  expect(sortOf(read('?q=duong'))).toBe('lien-quan');
  expect(sortOf(read('?sap=lien-quan'))).toBe('moi');
  expect(writeState(withSort(read('?q=duong'), 'moi'))).toBe('?q=duong&sap=moi');
  expect(writeState(withSort(read('?q=duong&sap=moi'), 'lien-quan'))).toBe('?q=duong');
  expect(writeState(withSort(read('?sap=ten'), 'moi'))).toBe('');
});

test('a value is chosen and taken away by the same act; all at once keep the words', () => {
  const one = toggled(read('?q=duong'), 'nam', '2026');
  expect(writeState(one)).toBe('?q=duong&nam=2026');
  expect(writeState(toggled(one, 'nam', '2026'))).toBe('?q=duong');
  expect(writeState(unfiltered(toggled(one, 'loai', 'mo-hinh')))).toBe('?q=duong');
});
