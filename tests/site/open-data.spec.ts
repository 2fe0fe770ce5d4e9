import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { surenessLevels } from '../../src/gallery/stories/sureness.ts';
import { builtSite } from '../fixtures/addresses.ts';
import { builtPages, readPage, textOf } from '../fixtures/built-pages.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(join(builtSite, path), 'utf8'));
const { stories } = z
  .object({ stories: z.array(z.object({ id: z.string(), address: z.url() })) })
  .parse(read('api/v1/dien-hinh.json'));
const text = z.string().nullable();
const { rows } = z
  .object({
    rows: z.array(
      z.object({
        storyId: z.string(),
        source: z.string(),
        name: z.string(),
        before: text,
        after: text,
        unit: text,
        sureness: z.string(),
      }),
    ),
  })
  .parse(read('api/v1/chi-so.json'));

/** The figures of a story as its page shows them: “Tên | trước | sau | đơn vị”. */
function onPage(path: string): string[] {
  const { document } = parseHTML(readPage(path));
  return [...document.querySelectorAll('article table')]
    .filter((table) => textOf(table.querySelector('caption')) === 'Chỉ số trước và sau')
    .flatMap((table) => [...table.querySelectorAll('tbody')])
    .map((body) => {
      const [name, before, after, unit] = [
        body.querySelector('th'),
        body.querySelector('td'),
        body.querySelector('.after .figure'),
        body.querySelector('td:last-child'),
      ].map((cell) => textOf(cell));
      return [name, before, after, unit].join(' | ');
    });
}

const nameOf = (sureness: string) => surenessLevels.find(({ id }) => id === sureness)?.name;

const inData = (id: string) =>
  rows
    .filter(({ storyId, source }) => storyId === id && source === 'dien-hinh')
    .map(({ name, before, after, unit, sureness }) =>
      [`${name} (${nameOf(sureness)})`, before ?? 'chưa nêu', after ?? 'chưa nêu', unit ?? '']
        .map((cell) => cell.trim())
        .join(' | '),
    );

test('every figure of a story’s page is in the data, and every figure of the data on its page', () => {
  const all = stories.map(({ id, address }) => ({ id, shown: onPage(new URL(address).pathname) }));
  expect(all.flatMap(({ shown }) => shown).length).toBeGreaterThan(5);
  for (const { id, shown } of all) expect(shown, id).toEqual(inData(id));
});

test('the data hold the stories that have a page, and no other', () => {
  const pages = builtPages.filter(
    (path) => /^\/dien-hinh\/[^/]+\/$/.test(path) && !path.endsWith('/ban-do/'),
  );
  const own = pages.filter((path) => path !== '/dien-hinh/tat-ca/');
  expect(stories.map(({ address }) => new URL(address).pathname).toSorted()).toEqual(own.toSorted());
});
