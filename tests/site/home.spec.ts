import { expect, test } from '@playwright/test';

test('shows the three newest stories, each marked when it is a sample', async ({ page }) => {
  await page.goto('/dien-hinh/');
  const newest = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
  await page.goto('/');
  const part = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: 'Điển hình mới' }) });
  await expect(part.getByRole('heading', { level: 3 })).toHaveText(newest.slice(0, 3));
  await expect(part.getByText('Dữ liệu minh họa', { exact: true })).toHaveCount(3);
  await expect(part).toHaveAttribute('data-nosnippet', '');
});

test('says what is due in the plan’s words, each with its clause and form', async ({ page }) => {
  await page.goto('/');
  const due = page.locator('.due').getByRole('listitem');
  const yearly = due.filter({ hasText: 'Định kỳ hằng năm' });
  await expect(yearly.getByRole('link', { name: 'Mục V.2.9' })).toHaveAttribute('href', '/ke-hoach/v-2-9/');
  await expect(yearly.getByRole('link', { name: 'Báo cáo năm' })).toHaveAttribute('href', '/bao-cao-nam/');
  await expect(due.filter({ hasText: 'Năm 2030' }).getByRole('link').first()).toHaveAttribute(
    'href',
    '/ke-hoach/v-1-2/',
  );
});

test('the doors lead the public to what it is, and units to the three forms that they owe', async ({
  page,
}) => {
  await page.goto('/');
  const doors = page.getByRole('region', { name: 'Ba lối vào' }).getByRole('listitem');
  await expect(doors.first().getByRole('link').first()).toHaveAttribute('href', '/la-gi/');
  const forms = doors.filter({ hasText: 'Cơ quan, đơn vị' }).getByRole('link');
  expect(await forms.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    '/de-cu/',
    '/bao-cao-nam/',
    '/ke-hoach-don-vi/',
  ]);
});

test('the cloth has a lozenge for each story, which opens it, and the same years as a list of links', async ({
  page,
}) => {
  await page.goto('/');
  const cloth = page.getByRole('region', { name: 'Tấm vải của phong trào' });
  const counts = (await cloth.getByRole('listitem').locator('span').allTextContents()).map(Number);
  const lozenges = cloth.locator('svg a');
  await expect(lozenges).toHaveCount(counts.reduce((sum, count) => sum + count, 0));
  await expect(cloth).toContainText('Thổ cẩm là vải dệt tay');
  await cloth.getByRole('link', { name: '2026' }).click();
  await expect(page.getByRole('main').locator('.rows > li')).toHaveCount(counts[0] ?? 0);
  await page.goto('/');
  await lozenges.first().click();
  await expect(page).toHaveURL(/\/dien-hinh\/[a-z]/);
  const poster = await page.request.get('/dien-hinh/tam-vai.svg');
  expect((await poster.text()).match(/<a /g)).toHaveLength(counts.reduce((sum, count) => sum + count, 0));
});

for (const [height, doors] of [
  [640, 1],
  [740, 3],
] as const) {
  test(`a phone of 360×${height} shows ${doors} of the three doors without scrolling`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height });
    await page.goto('/');
    const shown = page.getByRole('region', { name: 'Ba lối vào' }).getByRole('listitem');
    for (const door of (await shown.all()).slice(0, doors)) {
      await expect(door.getByRole('heading')).toBeInViewport({ ratio: 1 });
      await expect(door.getByRole('link').last()).toBeInViewport({ ratio: 1 });
    }
  });
}

test('the press gets an honoree’s citation in two lengths, contact and short address, three clicks from home', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('listitem').filter({ hasText: 'Báo chí' }).getByRole('link').click();
  await expect(page.getByText('Trực báo chí, Sở Nội vụ')).toBeVisible();
  await page
    .getByRole('link', { name: /^Trích dẫn/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: 'Chép câu ngắn' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Chép câu đầy đủ' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Mã QR dẫn tới/ })).toBeVisible();
});

for (const width of [320, 360, 412, 768, 1280]) {
  test(`at ${width} px no line of the headline ends inside a word`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto('/');
    const lines = await page.getByRole('heading', { level: 1 }).evaluate((heading) => {
      const text = heading.firstChild;
      const found: string[] = [];
      let top = Number.NEGATIVE_INFINITY;
      for (const { index, 0: syllable } of (text?.textContent ?? '').matchAll(/\S+/g)) {
        const range = document.createRange();
        if (text) range.setStart(text, index);
        if (text) range.setEnd(text, index + syllable.length);
        const box = range.getBoundingClientRect();
        if (box.top > top + 5) found.push(syllable);
        else found.push(`${found.pop() ?? ''} ${syllable}`);
        top = box.top;
      }
      return found;
    });
    const ends = lines.slice(0, -1).map((line) => line.split(' ').at(-1));
    for (const end of ends) expect(['cách', 'làm', 'nhân']).not.toContain(end);
  });
}
