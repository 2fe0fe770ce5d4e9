import { expect, test } from '@playwright/test';
import { builtHead, builtPages } from '../fixtures/built-pages.ts';

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
/** Links of the path to a page, and choices, which are pressed on their labels. */
const pressed = '.crumbs a, input[type="radio"], input[type="checkbox"]';

test('on the smallest phone, every link of a path and every choice is large enough to press', async ({
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

test('no page lets a phone make links of numbers', () => {
  const without = builtPages.filter(
    (path) => !builtHead(path).querySelector('meta[name="format-detection"][content*="telephone=no"]'),
  );
  expect(without).toEqual([]);
});
