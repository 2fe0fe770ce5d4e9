import { expect, type Page, test } from '@playwright/test';
import { batchForms } from '../../src/filing/batches/batch-form.ts';
import { fieldsOf } from '../../src/filing/definitions/form.ts';
import { forms } from '../../src/filing/definitions/registry.ts';

/** What a browser may offer of the person at the keyboard. All else is about others, and nothing is offered. */
const ofTheSender: Readonly<Record<string, string>> = {
  unitName: 'organization',
  contactName: 'name',
  contactTitle: 'organization-title',
  contactEmail: 'email',
  contactPhone: 'tel',
};

const typed =
  'input:not([type]), input[type="text"], input[type="email"], input[type="tel"], input[type="url"]';
const controls = `:is(${typed}, input[type="search"], input[type="number"], textarea)`;

/** The name of each control in which text is typed, with what its browser is told to offer; names of rows without their number. */
const told = (page: Page): Promise<[string, string | null][]> =>
  page
    .locator(`main ${controls}`)
    .evaluateAll((found) =>
      found.map((control) => [
        (control.getAttribute('name') ?? control.id).replace(/\.\d+\./, '.'),
        control.getAttribute('autocomplete'),
      ]),
    );

const expected = (name: string) => [name, ofTheSender[name] ?? 'off'];

/** Controls of a form in which text is typed. */
const texts = ['text', 'email', 'tel', 'number', 'month', 'date', 'url', 'textarea'];

for (const form of forms) {
  test(`${form.path} offers the sender’s own data in the sender’s own fields alone`, async ({ page }) => {
    await page.goto(form.path);
    const found = await told(page);
    // On a page that knows the answers, some texts are lists to choose from.
    const lists = await page.locator('main select').evaluateAll((each) => each.map(({ id }) => id));
    const names = [...lists, ...found.map(([name]) => name)];
    for (const [name, view] of fieldsOf(form))
      if (texts.includes(view.control)) expect(names).toContain(name);
    expect(found).toEqual(found.map(([name]) => expected(name)));
  });
}

for (const { form, columns } of batchForms) {
  test(`the table of ${form.path} offers the sender’s data in no cell`, async ({ page }) => {
    await page.goto(`${form.path}nhieu/`);
    await page.getByRole('link', { name: 'Tới ô dán bảng, chọn tệp' }).click();
    await expect(page.locator('[data-table] [data-column]').first()).toBeAttached();
    const found = await told(page);
    for (const { name } of columns) expect(found.map(([each]) => each)).toContain(`bang.${name}`);
    expect(found).toEqual(found.map(([name]) => expected(name)));
  });
}

for (const path of ['/bo-sung/', '/rut-phieu/', '/tra-cuu/']) {
  test(`${path} offers nothing typed elsewhere`, async ({ page }) => {
    await page.goto(path);
    const found = await told(page);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(found.map(([name]) => expected(name)));
  });
}
