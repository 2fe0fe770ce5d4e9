import { expect, test } from '@playwright/test';
import { fieldsOf } from '../../src/filing/definitions/form.ts';
import { forms } from '../../src/filing/definitions/registry.ts';
import { expectAccessible } from '../fixtures/accessible.ts';
import { asksContact } from '../fixtures/example-answers.ts';
import { fillExample } from '../fixtures/fill-example.ts';
import { fillNominee, fillUnit, goOn, receiptCode } from '../fixtures/fill-nomination.ts';
import { tabTo, typeAnswers } from '../fixtures/keyboard.ts';

test.use({ viewport: { width: 360, height: 740 } });

const next = '[data-next]';

for (const form of forms) {
  test(`${form.id} is filed by keyboard alone, step by step, with one mistake mended`, async ({ page }) => {
    await page.goto(form.path);
    for (const [index, { title, fields }] of form.sections.entries()) {
      const heading = page.getByRole('heading', { level: 2, name: title });
      await expect(heading).toContainText(`Bước ${index + 1}/${form.sections.length + 1}`);
      const names: readonly string[] = fields;
      const hasContact = asksContact(form) && names.includes('contactPhone');
      await typeAnswers(page, form, hasContact ? names.filter((name) => name !== 'contactPhone') : names);
      await expectAccessible(page);
      await tabTo(page, next);
      await page.keyboard.press('Enter');
      if (!hasContact) continue;
      await expect(page.getByRole('alert')).toBeFocused();
      await expect(page.getByRole('alert')).toContainText('Có 1 chỗ cần sửa');
      await expectAccessible(page);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(page.locator('#contactEmail')).toBeFocused();
      await tabTo(page, '#contactPhone');
      await page.keyboard.type('0251 0000 000');
      await tabTo(page, next);
      await page.keyboard.press('Enter');
    }
    await expect(page.getByRole('heading', { name: 'Kiểm tra trước khi gửi' })).toBeFocused();
    if (asksContact(form)) await expect(page.locator('[data-answers]')).toContainText('0251 0000 000');
    await expectAccessible(page);
    await tabTo(page, '[data-send]');
    await page.keyboard.press('Enter');
    expect(await receiptCode(page)).toMatch(/^DN/);
  });
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  for (const form of forms) {
    test(`${form.id} is one page, filed with one mistake first`, async ({ page }) => {
      await page.goto(form.path);
      await expect(page.getByRole('searchbox', { name: /Tìm nhanh/ })).toHaveCount(0);
      // Where nobody need be reached, the mistake is a consent that is not given.
      const consent = [...fieldsOf(form).keys()].at(-1) ?? '';
      const mistake = asksContact(form) ? { contactEmail: '', contactPhone: '' } : { [consent]: false };
      await fillExample(page, form, mistake);
      await page.getByRole('button', { name: form.send }).click();
      await expect(page).toHaveTitle(/^Có 1 chỗ cần sửa/);
      if (asksContact(form)) await page.locator('#contactPhone').fill('0251 0000 000');
      else await page.locator(`[name="${consent}"]`).check();
      await page.getByRole('button', { name: form.send }).click();
      expect(await receiptCode(page)).toMatch(/^DN/);
    });
  }

  test('two answers lead to the form that fits', async ({ page }) => {
    await page.goto('/de-cu/');
    await page.getByText('Báo một việc đơn vị đã làm').click();
    await page.getByText('Kết quả của cả năm').click();
    await page.getByRole('link', { name: 'Báo cáo năm' }).first().click();
    await expect(page).toHaveURL(/\/bao-cao-nam\/$/);
  });
});

test('Back returns to the step before, a link to change one answer leads to it and back to all answers', async ({
  page,
}) => {
  await page.goto('/de-cu/tap-the/');
  await fillUnit(page);
  await expect(page).toHaveURL(/#buoc-2$/);
  await page.goBack();
  await expect(page.getByLabel('Người liên hệ', { exact: true })).toHaveValue('Người thử');
  await page.goForward();
  await fillNominee(page, 'Tập thể thử các bước');
  await expect(page.locator('[data-answers]')).toContainText('Tập thể thử các bước');
  await expect(page.locator('[data-answers]')).toContainText('(không trả lời)');
  await page.getByRole('link', { name: /^Sửa câu “Tên tập thể/ }).click();
  await expect(page.getByLabel('Tên tập thể được đề cử')).toBeFocused();
  await page.getByLabel('Tên tập thể được đề cử').fill('Tên đã sửa');
  await goOn(page);
  await expect(page.locator('[data-answers]')).toContainText('Tên đã sửa');
});

test('Enter in a line of text goes on, and files nothing before the last step', async ({ page }) => {
  await page.goto('/de-cu/tap-the/');
  await page.getByLabel('Đơn vị đề cử', { exact: true }).selectOption({ label: 'Sở Nội vụ' });
  await page.getByLabel('Điện thoại', { exact: true }).fill('0251 0000 000');
  await page.getByLabel('Người liên hệ', { exact: true }).fill('Người thử');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Tập thể được đề cử' })).toBeFocused();
  await expect(page).toHaveURL(/#buoc-2$/);
});

test('a mistake that the server found opens its step', async ({ page }) => {
  await page.goto('/de-cu/tap-the/');
  await fillUnit(page);
  await fillNominee(page, 'Tập thể thử sai ở máy chủ');
  await page.route('**/api/forms/*', (route) =>
    route.fulfill({ status: 422, json: { errors: [{ field: 'periodTo', message: 'Tháng cuối sai.' }] } }),
  );
  await page.getByRole('button', { name: 'Gửi đề cử' }).click();
  await expect(page.getByRole('alert')).toContainText('Tháng cuối sai.');
  await expect(page.getByLabel('Đến tháng')).toBeVisible();
});

test('nobody is held up when the checks cannot be loaded', async ({ page }) => {
  await page.route(/check-answers/, (route) => route.abort());
  await page.goto('/de-cu/tap-the/');
  await goOn(page);
  await expect(page).toHaveURL(/#buoc-2$/);
});

test('rows are added up to their most, taken away, and come back as they were typed', async ({ page }) => {
  await page.goto('/bao-cao-nam/');
  await page.locator('summary', { hasText: 'Chỉ số trước và sau' }).click();
  const names = page.locator('input[name^="indicators."][name$=".name"]');
  await expect(names).toHaveCount(1);
  const rows = page.locator('[data-rows="indicators"]');
  await rows.getByRole('button', { name: 'Thêm dòng' }).click();
  await page.keyboard.type('Chỉ số hai');
  await expect(page.locator('[name="indicators.1.name"]')).toHaveValue('Chỉ số hai');
  await rows.getByRole('button', { name: 'Bớt dòng' }).click();
  await expect(names).toHaveCount(1);
  await page.locator('form[data-form]').evaluate((form) => {
    form.dispatchEvent(new CustomEvent('rows-wanted', { detail: { field: 'indicators', rows: 12 } }));
  });
  await expect(names).toHaveCount(9);
  await expect(page.locator('[name="indicators.1.name"]')).toHaveValue('Chỉ số hai');
  await expect(rows.getByRole('button', { name: 'Thêm dòng' })).toBeHidden();
});

test('a unit is found by its old name without tones', async ({ page }) => {
  await page.goto('/phan-hoi/#buoc-2');
  await page.getByRole('searchbox', { name: /Tìm nhanh/ }).fill('huyen phu rieng');
  await page.getByRole('button', { name: 'UBND xã Bình Tân' }).click();
  await expect(page.getByLabel('Đơn vị gửi', { exact: true })).toHaveValue('25246');
});

test('a blank form asks every question with boxes and lines, and is kept out of search engines', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  for (const form of forms) {
    await page.goto(`${form.path}phieu-trong/`);
    await expect(page.locator('.question')).toHaveCount(fieldsOf(form).size);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
    await expect(page.getByRole('banner')).toBeHidden();
  }
});
