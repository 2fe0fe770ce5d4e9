import { expect, test } from '@playwright/test';
import { batchForms } from '../../src/filing/batches/batch-form.ts';
import { fieldsOf } from '../../src/filing/definitions/form.ts';
import { forms } from '../../src/filing/definitions/registry.ts';
import { expectAccessible } from '../fixtures/accessible.ts';

test.use({ viewport: { width: 360, height: 740 } });

const pages = [
  ...forms.map((form) => ({ form, path: form.path })),
  ...batchForms.map(({ form }) => ({ form, path: `${form.path}nhieu/` })),
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    for (const { form, path } of pages) {
      test(`${path} shows its first question on the first screen of a phone`, async ({ page }) => {
        await page.goto(path);
        const names = [...fieldsOf(form).keys()];
        const first = path === form.path ? names[0] : 'unitCode';
        const question = page.locator(`[data-field="${first}"]`).locator('label, legend').first();
        await expect(question).toBeInViewport({ ratio: 1 });
        if (path !== form.path) {
          // The table stands below who files it: the ways to it are on the first screen.
          await expect(page.getByRole('link', { name: 'Tải mẫu Excel' }).first()).toBeInViewport({
            ratio: 1,
          });
          const toTable = page.getByRole('link', { name: 'Tới ô dán bảng, chọn tệp' });
          await expect(toTable).toBeInViewport({ ratio: 1 });
          await toTable.click();
          await expect(page.getByRole('heading', { name: 'Bảng đề cử' })).toBeInViewport({ ratio: 1 });
          await page.goto(path);
        }
        if (path !== form.path && javaScriptEnabled)
          await expect(page.getByLabel('Tìm nhanh: gõ tên đơn vị')).toBeInViewport();
        // What stood above it is folded, and not gone.
        await page.locator('.before > summary').click();
        await expect(page.getByText(/danh mục bí mật nhà nước/).first()).toBeVisible();
        await expect(
          page.getByRole('link', { name: 'Thông báo bảo vệ dữ liệu cá nhân' }).first(),
        ).toBeVisible();
        if (javaScriptEnabled) await expectAccessible(page);
      });
    }
  });
}
