import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { builtPages, readPage } from '../fixtures/built-pages.ts';

/** Least width and height of what a thumb presses (WCAG 2.2, 2.5.8), in pixels. */
const least = 24;
const kinds = [
  '/',
  '/ke-hoach/ii-3/',
  '/ke-hoach/iii-1-3-4/',
  '/khen-thuong/',
  '/dien-hinh/ban-do/',
  '/don-vi/tran-bien-26041/',
  '/tieu-chi/',
  '/de-cu/ca-nhan/',
  '/tim-kiem/?q=khen',
  '/en/',
];
/** What stands alone: not a link within a sentence. A choice is pressed on its label. */
const pressed =
  '.crumbs a, main ul.bare > li > a:only-child, main dd > a:only-child, input[type="radio"], input[type="checkbox"]';

test('on the smallest phone, every link of a path or list and every choice is large enough to press', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const small: string[] = [];
  for (const path of kinds) {
    await page.goto(path);
    const found = await page.evaluate(
      ({ selector, size }) =>
        [...document.querySelectorAll<HTMLElement>(selector)].flatMap((element) => {
          const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
          const isShown = width > 0 && height > 0 && element.checkVisibility();
          const isSmall = width < size || height < size;
          return isShown && isSmall
            ? [`${(element.textContent || element.getAttribute('name') || '').trim()} ${width} × ${height}`]
            : [];
        }),
      { selector: pressed, size: least },
    );
    small.push(...found.map((each) => `${path} ${each}`));
  }
  expect(small).toEqual([]);
});

test('every region has a heading of its own, and no page lets a phone make links of numbers', () => {
  const faults: string[] = [];
  for (const path of builtPages) {
    const { document } = parseHTML(readPage(path));
    for (const region of document.querySelectorAll(
      'main section[aria-label], main section[aria-labelledby]',
    )) {
      const id = region.getAttribute('aria-labelledby');
      const named = id ? document.querySelector(`[id="${id}"]`) : null;
      if (!/^(?:H[1-6]|LEGEND|SUMMARY)$/.test(named?.tagName ?? '') && !region.querySelector('h1,h2,h3,h4'))
        faults.push(`${path} ${id ?? region.getAttribute('aria-label')}`);
    }
    if (!document.querySelector('meta[name="format-detection"][content*="telephone=no"]'))
      faults.push(`${path} format-detection`);
  }
  expect(faults).toEqual([]);
});
