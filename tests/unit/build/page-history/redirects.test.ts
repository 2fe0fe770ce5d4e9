import { expect, test } from '@playwright/test';
import { allRedirects } from '../../../../src/build/page-history/redirects.ts';

const built = new Set(['/', '/dien-hinh/', '/ke-hoach/']);
const nothing = { known: [...built], built, moved: [], stories: [] };

test('while every page that was public is still built, nothing is redirected', () => {
  expect(allRedirects(nothing)).toEqual([]);
});

test('a page that is gone without a successor fails the build by its name', () => {
  expect(() => allRedirects({ ...nothing, known: [...built, '/tin-tuc/'] })).toThrow(
    /\/tin-tuc\/.*moved\.json/,
  );
});

test('a page that editors moved leads to its successor', () => {
  const moved = [{ from: '/tin-tuc/', to: '/dien-hinh/' }];
  expect(allRedirects({ ...nothing, known: [...built, '/tin-tuc/'], moved })).toEqual([
    { from: '/tin-tuc/', to: '/dien-hinh/', status: 301 },
  ]);
});

test('a list of stories that is empty now leads to the gallery', () => {
  const known = [...built, '/dien-hinh/loc/nam/2026/', '/dien-hinh/tat-ca/9/'];
  expect(allRedirects({ ...nothing, known }).map(({ from, to }) => [from, to])).toEqual([
    ['/dien-hinh/loc/nam/2026/', '/dien-hinh/'],
    ['/dien-hinh/tat-ca/9/', '/dien-hinh/'],
  ]);
});

test('a former address of a story counts as led on', () => {
  const stories = [{ from: '/dien-hinh/cu/', to: '/dien-hinh/moi/', status: 301 } as const];
  expect(allRedirects({ ...nothing, known: [...built, '/dien-hinh/cu/'], stories })).toEqual(stories);
});
