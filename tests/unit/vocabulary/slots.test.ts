import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { followRows } from '../../../src/vocabulary/owner-settings.ts';
import { fillSlots, namedSlots } from '../../../src/vocabulary/slots.ts';

test.afterEach(() => followRows([]));

/**
 * Slots that no row of `Cài đặt` fills: each story's own contact; times to answer, which have rows by state; who reports the statutory
 * tables and to whom, cells of `Biểu thống kê`.
 */
const others = ['đầu mối của đơn vị', 'Sở Nội vụ công bố', 'đơn vị báo cáo', 'đơn vị nhận báo cáo'];

test('every slot that a page prints has a row of its own, and every row a slot', () => {
  const sources = globSync(['content/**/*.{mdx,json}', 'src/**/*.{astro,ts}']).filter(
    (path) => path !== 'src/vocabulary/slots.ts',
  );
  const found = sources.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\[điền:([^\]'`…]+)\]/giu)].map(([, inner = '']) =>
      inner.replace(/\s+/g, ' ').trim(),
    ),
  );
  const slots = namedSlots.map(({ slot }) => slot);
  expect([...new Set(found)].filter((slot) => !others.includes(slot)).toSorted()).toEqual(slots.toSorted());
  expect(new Set(slots).size).toBe(slots.length);
  expect(new Set(namedSlots.map(({ key }) => key)).size).toBe(slots.length);
});

test('a slot is filled however the page breaks its words; one without a value stays', () => {
  followRows([{ is: 'value', key: 'lien-he.dien-thoai', value: '0251 000 000' }]);
  expect(fillSlots('Gọi [điền: số\n      điện\u00a0thoại], viết [điền: thư điện tử công vụ].')).toBe(
    'Gọi 0251 000 000, viết [điền: thư điện tử công vụ].',
  );
});
