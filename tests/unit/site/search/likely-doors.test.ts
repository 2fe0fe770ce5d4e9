import { expect, test } from '@playwright/test';
import { likelyDoors } from '../../../../src/site/search/likely-doors.ts';
import { siteIndexDocs } from '../../../fixtures/site-index.ts';

const usual = ['/phan-cong/', '/de-cu/', '/lien-he/'];

/** Kinds of words, and the page that each kind leads to. None of the queries has an answer on the site. */
const kinds: Record<string, { door: string; queries: string[] }> = {
  'a place': { door: '/dien-hinh/ban-do/', queries: ['xã Xuyên Mộc', 'huyen cu chi', 'Thị trấn Củ Chi'] },
  'an office': { door: '/don-vi/', queries: ['sở Zyx', 'Chi cục Kiểm ngư', 'benh vien Zyx'] },
  'a form': { door: '/de-cu/', queries: ['phiếu xyz', 'biểu mẫu kiểm kê', 'to khai hai quan'] },
  'a date': { door: '/lo-trinh/', queries: ['ngày lễ xyz', 'quý 7', 'zyx 2041'] },
  'an honour or money': {
    door: '/khen-thuong/',
    queries: ['kỷ niệm chương zyx', 'giải zyx', 'mấy triệu zyx'],
  },
  'a number of a text': { door: '/van-ban/', queries: ['999/QĐ-ZYX', 'thông tư 77/2031'] },
  'a code': { door: '/tra-cuu/', queries: ['DN99 zyx', 'DN26AB12', 'mã zyx'] },
  'a thing that somebody made': { door: '/dien-hinh/', queries: ['máy xới zyx', 'nuoi zyx', 'phần mềm zyx'] },
  'a way to people': { door: '/lien-he/', queries: ['zalo zyx', 'gọi zyx'] },
  'the press': { door: '/bao-chi/', queries: ['phỏng vấn zyx'] },
  data: { door: '/du-lieu/', queries: ['zyx csv', 'thống kê zyx'] },
  English: { door: '/en/', queries: ['who is zyx', 'about zyx'] },
};

for (const [kind, { door, queries }] of Object.entries(kinds))
  test(`a search for ${kind} that finds nothing goes on at the page for it`, () => {
    for (const query of queries) expect(likelyDoors(query), query).toContain(door);
  });

test('three pages stand for what says nothing, and no page twice', () => {
  expect(likelyDoors('zzzz')).toEqual(usual);
  for (const query of Object.values(kinds).flatMap(({ queries }) => queries))
    expect(new Set(likelyDoors(query)).size, query).toBe(3);
});

test('typed without tones, the same page is among the three', () => {
  expect(likelyDoors('phường zyx')).toEqual(likelyDoors('phuong zyx'));
  expect(likelyDoors('giai đoạn zyx')[0]).toBe('/lo-trinh/');
});

test('each of the pages is a document, so that it has its title', () => {
  const hrefs = new Set(siteIndexDocs().map(({ href }) => href));
  const all = Object.values(kinds).map(({ door }) => door);
  expect([...usual, ...all].filter((door) => !hrefs.has(door))).toEqual([]);
});
