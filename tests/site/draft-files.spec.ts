import { expect, type Page, test } from '@playwright/test';
import {
  answersOn,
  downloadDraft,
  draftBox,
  draftButton,
  openDraftFile,
  tickedConsents,
} from '../fixtures/drafts.ts';
import { fillAdopted, fillAdopter } from '../fixtures/fill-adoption.ts';
import { fillNomination } from '../fixtures/fill-nomination.ts';

/** At the step that asks for the name. */
const nomination = '/de-cu/tap-the/#buoc-2';
const name = (page: Page) => page.getByLabel('Tên tập thể được đề cử');

const forms = [
  { path: '/de-cu/tap-the/', fill: (page: Page) => fillNomination(page, 'Tập thể thử bản nháp') },
  {
    path: '/ap-dung/',
    fill: async (page: Page) => {
      await page.getByLabel('Mô hình được áp dụng').selectOption({ index: 1 });
      await fillAdopted(page);
      await fillAdopter(page, 'Xưởng thử bản nháp');
    },
  },
];

for (const { path, fill } of forms) {
  test(`a draft file of ${path} fills the form on another machine`, async ({ page, browser, baseURL }) => {
    await page.goto(path);
    await fill(page);
    const typed = await answersOn(page);
    const file = await downloadDraft(page);
    expect(file.name).toMatch(/^ban-nhap-[a-z-]+-\d{4}-\d\d-\d\d-\d{4}\.html$/);
    expect(file.text).toContain('Chưa gửi.');
    const elsewhere = await browser.newContext({ baseURL: baseURL ?? '' });
    const other = await elsewhere.newPage();
    await other.goto(path);
    await openDraftFile(other, file.text);
    await expect(draftBox(other)).toContainText('Đã đưa bản nháp vào phiếu');
    expect(await answersOn(other)).toEqual(typed);
    expect(await tickedConsents(other)).toBe(0);
    await elsewhere.close();
  });
}

test('a file that is wrong, of another form, too large or hostile changes nothing and is refused in plain words', async ({
  page,
}) => {
  let alarms = 0;
  page.on('dialog', () => {
    alarms += 1;
  });
  await page.goto('/phan-hoi/');
  await page.getByLabel('Nội dung', { exact: true }).fill('</script><img src=x onerror=alert(1)>');
  const feedback = await downloadDraft(page);
  await page.goto(nomination);
  await name(page).fill('Đang nhập');
  const files = [
    [feedback.text, 'bản nháp của một phiếu khác'],
    ['<p>Trang khác</p><script>alert(1)</script>', 'Hãy chọn tệp .html'],
    ['x'.repeat(8 * 1024 * 1024 + 1), 'lớn quá 8 MB'],
    [feedback.text.replace('\\u003cimg', '<img'), 'Hãy chọn tệp .html'],
  ] as const;
  for (const [text, words] of files) {
    await openDraftFile(page, text);
    await expect(draftBox(page)).toContainText(words);
    await expect(name(page)).toHaveValue('Đang nhập');
  }
  await page.goto('/phan-hoi/');
  await openDraftFile(page, feedback.text);
  await draftButton(page, 'Đưa bản nháp vào')
    .or(draftBox(page).getByText('Đã đưa bản nháp'))
    .first()
    .waitFor();
  await expect(page.getByLabel('Nội dung', { exact: true })).toHaveValue(
    '</script><img src=x onerror=alert(1)>',
  );
  expect(alarms).toBe(0);
});

test('a file dropped on the box is opened, and asks the form for the rows that it needs', async ({
  page,
}) => {
  await page.goto(nomination);
  await name(page).fill('Tập thể kéo thả');
  await page.goto('/de-cu/tap-the/#buoc-3');
  await page.locator('summary', { hasText: 'Chỉ số trước và sau' }).click();
  await page.locator('[name="indicators.0.name"]').fill('Giờ chờ');
  const { text } = await downloadDraft(page);
  const asked: string[] = [];
  page.on('console', (line) => asked.push(line.text()));
  await page.evaluate(
    (html) => {
      document.addEventListener('rows-wanted', (event) => {
        if (event instanceof CustomEvent) console.log(JSON.stringify(event.detail));
      });
      const data = new DataTransfer();
      data.items.add(new File([html], 'ban-nhap.html', { type: 'text/html' }));
      document
        .querySelector('draft-box')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    },
    text.replaceAll('indicators.0.', 'indicators.5.'),
  );
  await draftButton(page, 'Đưa bản nháp vào').click();
  await expect(draftBox(page)).toContainText('Đã đưa bản nháp vào phiếu');
  expect(asked).toContain('{"field":"indicators","rows":6}');
});

test('each page that begins from one draft file files its own submission, unless the draft was sent already', async ({
  page,
}) => {
  const key = () => page.locator('[name="submissionKey"]').inputValue();
  await page.goto(nomination);
  await name(page).fill('Mẫu chung');
  const { text } = await downloadDraft(page);
  const first = await key();
  await page.goto(nomination);
  await openDraftFile(page, text);
  await expect(draftBox(page)).toContainText('Đã đưa bản nháp vào phiếu');
  expect(await key()).not.toBe(first);
  await openDraftFile(page, text.replace('"isPending":false', '"isPending":true'));
  await expect(draftBox(page)).toContainText('không tạo hồ sơ thứ hai');
  expect(await key()).toBe(first);
});
