import { expect, test } from '@playwright/test';
import { batchForms } from '../../src/filing/batches/batch-form.ts';
import { forms } from '../../src/filing/definitions/registry.ts';
import { builtEnd, builtPages } from '../fixtures/built-pages.ts';

/** Answers to one visitor, the design, and forms for paper: neither dated nor rated. */
const answers = [
  '404.html',
  'bao-chi/dien-hinh/index.html',
  'bao-chi/dot/index.html',
  'bo-sung/index.html',
  'can-bo/index.html',
  'de-cu/ban-sao/index.html',
  'de-cu/da-nhan/index.html',
  'de-cu/nhieu/da-nhan/index.html',
  'suc-khoe/index.html',
  'thiet-ke/index.html',
  'tong-hop/index.html',
  'tra-cuu/index.html',
  'xem-truoc/index.html',
];
/** Pages on which a person types: dated, and nothing on them leads away but their own button. */
const typedOn = [
  ...forms.map(({ path }) => `${path.slice(1)}index.html`),
  ...batchForms.map(({ form }) => `${form.path.slice(1)}nhieu/index.html`),
  'rut-phieu/index.html',
  'xac-minh/index.html',
];
const paper = forms.map(({ path }) => `${path.slice(1)}phieu-trong/index.html`);

test('every page says when it last changed and, but for those that one types on, asks whether it was useful', () => {
  const without: string[] = [];
  const unrated: string[] = [];
  for (const page of builtPages) {
    const end = builtEnd(page);
    const path = page.slice(1).replace(/(?<=^|\/)$/, 'index.html');
    if (!/^\d{4}-\d{2}-\d{2}$/.test(end.querySelector('.end time')?.getAttribute('datetime') ?? ''))
      without.push(path);
    const rated = end.querySelector('form[action="/api/ratings"] [name="page"]')?.getAttribute('value');
    if (rated === undefined) unrated.push(path);
    else expect(rated).toBe(page);
  }
  expect(without.toSorted()).toEqual([...answers, ...paper].toSorted());
  expect(unrated.toSorted()).toEqual([...answers, ...paper, ...typedOn].toSorted());
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('a rating is counted and thanked for on the page itself', async ({ page }) => {
      await page.goto('/lo-trinh/');
      const rating = page.getByRole('form', { name: 'Thông tin này có hữu ích không?' });
      await expect(rating.getByText('Đã ghi một lượt')).toBeHidden();
      await rating.getByRole('button', { name: 'Có', exact: true }).click();
      await expect(page).toHaveURL('/lo-trinh/#da-danh-gia');
      await expect(page.getByText('Đã ghi một lượt')).toBeInViewport();
      await expect(page.getByRole('button', { name: 'Có', exact: true })).toBeHidden();
    });
  });
}
