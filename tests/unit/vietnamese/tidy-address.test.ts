import { expect, test } from '@playwright/test';
import { tidyAddress } from '../../../src/vietnamese/tidy-address.ts';

/** How a person, a telephone or a chat program changes an address. */
const changes: Record<string, (path: string) => string> = {
  capitals: (path) => path.toUpperCase(),
  'a capital at the beginning': (path) => path.replace(/[a-z]/, (letter) => letter.toUpperCase()),
  'no slash at the end, and capitals': (path) => path.slice(0, -1).toUpperCase(),
  'the stop of a sentence': (path) => `${path}.`,
  'a bracket': (path) => `${path.slice(0, -1)}).`,
  'a quotation mark': (path) => `${path}”`,
  'a comma and a blank': (path) => `${path}, `,
  'dots for hyphens': (path) => path.replaceAll('-', '.'),
  'long dashes': (path) => path.replaceAll('-', '–'),
  'blanks for hyphens': (path) => path.replaceAll('-', ' '),
};
const pages = ['/ke-hoach/iii-1-2/', '/bao-chi/', '/du-lieu/chi-so/', '/don-vi/an-loc-25333/'];

for (const [what, change] of Object.entries(changes))
  test(`the page is found behind ${what}`, () => {
    for (const page of pages) {
      const changed = change(page);
      const found = tidyAddress(changed);
      expect(found ?? changed, changed).toBe(page);
    }
  });

test('with tones it is the same address; what is right, or is no page, is left alone', () => {
  expect(tidyAddress('/Báo-Chí/')).toBe('/bao-chi/');
  expect(tidyAddress('/điển hình/bản đồ')).toBe('/dien-hinh/ban-do/');
  for (const path of [...pages, '/bao-chi', '/', '/api/v1/ke-hoach/%00', '/a?b', '//ac.vn/', '/..;/']) {
    const found = tidyAddress(path);
    expect(found === null || /^(?:\/[a-z0-9-]+)+\/$/.test(found), path).toBe(true);
  }
  expect(pages.map(tidyAddress)).toEqual(pages.map(() => null));
});
