import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { builtPages, readPage, textOf } from '../fixtures/built-pages.ts';

/** Words that, read alone, do not say where they lead: “Tra cứu” reads as a search, “Cá nhân” as people. */
const misleading =
  /^(?:tra cứu|doanh nghiệp|cá nhân|cơ quan|đoàn thể|chi tiết|xem|xem thêm|tại đây|đây|mở)$/i;
/** What a value must not say instead of being left out. */
const saysNothing = /^(?:Mục này không|Không ấn định|Không nêu|Người cần biết)/;

const pages = builtPages.filter((path) => !path.startsWith('/thiet-ke/') && !path.startsWith('/en/'));
const documents = pages.map((path) => ({ path, document: parseHTML(readPage(path)).document }));

test('every link of header, menu, path and footer says alone where it leads', () => {
  const frame = 'body > header a, body > footer a, .crumbs a';
  const found = documents.flatMap(({ path, document }) =>
    [...document.querySelectorAll(frame)]
      .map(textOf)
      .filter((words) => misleading.test(words))
      .map((words) => `${path}: ${words}`),
  );
  expect([...new Set(found)]).toEqual([]);
});

test('no page repeats in its path the name of a page above it', () => {
  const begins = (name: string) =>
    name
      .toLocaleLowerCase('vi')
      .split(/[\s:,]+/)
      .slice(0, 2)
      .join(' ');
  const found = documents.flatMap(({ path, document }) => {
    const [, ...names] = [...document.querySelectorAll('.crumbs li')].map(textOf);
    const here = names.pop() ?? '';
    // Clauses have the names that the plan gives them, and units their own.
    const isRepeated =
      !/^\/(?:ke-hoach|dien-hinh\/loc\/don-vi)\//.test(path) &&
      names.some((name) => begins(here).startsWith(begins(name)));
    return isRepeated ? [`${path}: ${names.join(' / ')} / ${here}`] : [];
  });
  expect(found).toEqual([]);
});

test('in the frame of all pages, one label leads to one place', () => {
  const places = new Map<string, Set<string>>();
  for (const { document } of documents)
    for (const link of document.querySelectorAll('body > header nav a:not([hreflang]), body > footer a')) {
      const known = places.get(textOf(link)) ?? new Set();
      places.set(textOf(link), known.add(link.getAttribute('href') ?? ''));
    }
  expect([...places].filter(([, hrefs]) => hrefs.size > 1).map(([label]) => label)).toEqual([]);
});

test('the title of a criteria page says that it holds criteria', () => {
  const titles = documents
    .filter(({ path }) => /^\/tieu-chi\/[^/]+\/$/.test(path))
    .map(({ document }) => document.title);
  expect(titles.length).toBe(4);
  for (const title of titles) expect(title).toMatch(/^Tiêu chí: /);
});

test('what the plan does not say is left out, and is no value beside a label', () => {
  const found = documents.flatMap(({ path, document }) =>
    [...document.querySelectorAll('main dd, main td')]
      .map(textOf)
      .filter((words) => saysNothing.test(words))
      .map((words) => `${path}: ${words.slice(0, 60)}`),
  );
  expect(found).toEqual([]);
});
