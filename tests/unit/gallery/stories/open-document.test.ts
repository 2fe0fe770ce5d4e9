import { expect, test } from '@playwright/test';
import { openDocument } from '../../../../src/gallery/stories/open-data.ts';
import { csvOf } from '../../../../src/gallery/stories/open-document.ts';
import type { Story } from '../../../../src/gallery/story.ts';
import { inventedStory } from '../../../fixtures/story.ts';

const of = (change: Partial<Story>) =>
  openDocument(
    [{ ...inventedStory, contact: 'Ông A, 0900', ...change }],
    new URL('https://example.gov.vn'),
    new Date('2026-11-01T00:00:00Z'),
  );
const rowOf = (change: Partial<Story>) => csvOf(of(change)).split('\r\n')[1];

test('a story as data has its permanent address and what the site shows of it, no contact', () => {
  const { stories, generatedAt, credit, total, terms } = of({});
  expect({ generatedAt, total }).toEqual({ generatedAt: '2026-11-01T00:00:00.000Z', total: 1 });
  expect(credit).toContain('https://example.gov.vn/dien-hinh/');
  expect(terms.awardForm['giay-khen']).toBe('Giấy khen');
  expect(stories[0]).toMatchObject({
    id: 'VD-0042',
    address: 'https://example.gov.vn/dien-hinh/to-may-so-hai/',
    sample: false,
  });
  expect(JSON.stringify(stories)).not.toContain('0900');
});

test('a table begins with the mark of UTF-8, ends its lines as Excel does, and says words', () => {
  const csv = csvOf(of({}));
  expect(csv.startsWith('\uFEFFMã,Địa chỉ,Loại,Tên,')).toBe(true);
  expect(csv.split('\r\n')).toHaveLength(3);
  expect(csv.replaceAll('\r\n', '')).not.toContain('\n');
  expect(rowOf({})).toContain('Tập thể,Tổ máy số hai,');
  expect(rowOf({})).toContain(',Giấy khen,00/QĐ-MINHHOA,2026-09-15,');
});

test('quotes, commas and lines stay in their cell', () => {
  expect(rowOf({ name: 'Tổ “A”, "B"' })).toContain(',"Tổ “A”, ""B""",');
  expect(csvOf(of({ summary: 'Một\nHai' }))).toContain(',"Một\nHai",');
});

for (const begin of ['=', '+', '-', '@', '\t', '\r'])
  test(`no cell runs as a formula: ${JSON.stringify(begin)}`, () => {
    expect(rowOf({ name: `${begin}1+1` })).toMatch(/,"?'[=+\-@\t\r]1\+1/);
  });

test('a sample says so', () => {
  expect(rowOf({ sample: true })).toMatch(/,Dữ liệu minh họa$/);
  expect(rowOf({ sample: false })).toMatch(/,$/);
});
