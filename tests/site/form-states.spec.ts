import { expect, test } from '@playwright/test';
import { forms } from '../../src/filing/definitions/registry.ts';
import { expectAccessible } from '../fixtures/accessible.ts';
import { answersOn } from '../fixtures/drafts.ts';
import { fillExample } from '../fixtures/fill-example.ts';
import { goOn, receiptCode, takeTime } from '../fixtures/fill-nomination.ts';
import { cut, formApi, keptDrafts, loseAnswers } from '../fixtures/sending.ts';

test.use({ viewport: { width: 360, height: 740 } });

for (const form of forms) {
  test(`${form.id}: a line cut while it is sent costs no answer, and it is filed once; axe finds nothing from the empty form to its receipt`, async ({
    page,
    context,
  }) => {
    await page.goto(form.path);
    await expectAccessible(page);
    await goOn(page);
    await expect(page.getByRole('alert')).toContainText('chỗ cần sửa');
    await expectAccessible(page);

    await fillExample(page, form);
    const typed = await answersOn(page);
    await page.goto(`${form.path}#buoc-${form.sections.length + 1}`);
    await takeTime(page);
    // The server takes the submission, and its answer never arrives.
    const codes = await loseAnswers(page);
    await page.getByRole('button', { name: form.send }).click();
    await expect(page.getByRole('alert')).toContainText('trang sẽ tự gửi');
    await context.setOffline(true);
    expect(await answersOn(page)).toEqual(typed);
    await expectAccessible(page);

    await page.unroute(formApi);
    await context.setOffline(false);
    expect(new Set(codes)).toEqual(new Set([await receiptCode(page)]));
    expect(await keptDrafts(page)).toBe(0);
    await expectAccessible(page);
  });

  // Axe needs script: the page is as without, for none of the site's arrives.
  test(`${form.id}: axe finds nothing where every mistake comes back from the server`, async ({ page }) => {
    await page.route('**/_astro/*.js', cut);
    await page.goto(form.path);
    await page.getByRole('button', { name: form.send }).click();
    await expect(page).toHaveTitle(/^Có \d+ chỗ cần sửa/);
    await expectAccessible(page);
  });
}
