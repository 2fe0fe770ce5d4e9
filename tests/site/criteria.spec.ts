import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

const groups = [
  { id: 'co-quan', criteria: 5 },
  { id: 'doan-the', criteria: 4 },
  { id: 'doanh-nghiep', criteria: 4 },
  { id: 'ca-nhan', criteria: 2 },
];

test.describe('the picker, without script', () => {
  const ways = [
    { said: ['Của một người', /^Cán bộ/], group: 'Cá nhân', href: '/tieu-chi/ca-nhan/' },
    {
      said: ['Của một tập thể', /^Mặt trận, đoàn thể/, /^Hội, liên hiệp hội/],
      group: 'Mặt trận Tổ quốc, tổ chức chính trị - xã hội',
      href: '/tieu-chi/doan-the/',
    },
    {
      said: ['Của một tập thể', /^Doanh nghiệp, hợp tác xã/, /^Hợp tác xã/],
      group: 'Doanh nghiệp',
      href: '/tieu-chi/doanh-nghiep/',
    },
  ];
  for (const { said, group, href } of ways) {
    test(`${said.length} answers lead to ${href} and say why`, async ({ page }) => {
      await page.goto('/tieu-chi/');
      const open = page.locator('.ask').first();
      for (const label of said)
        await open.locator('summary').filter({ hasText: label, visible: true }).click();
      const end = open.getByRole('link', { name: group, exact: true });
      await expect(end).toHaveAttribute('href', href);
      await expect(open.getByRole('link', { name: /^Xem mục/ })).toBeVisible();
    });
  }

  test('the page says what to do if no group fits', async ({ page }) => {
    await page.goto('/tieu-chi/');
    const open = page.locator('.ask').first();
    await open.getByText('Của một tập thể').click();
    await open.getByText('Không phải các loại trên').click();
    await expect(open.getByText('Chưa có nhóm nào đúng hẳn').filter({ visible: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Không nhóm nào đúng với mình?' })).toBeVisible();
  });
});

for (const { id, criteria } of groups) {
  test(`${id}: criteria, awards with who decides, advice marked as ours, answers with their article`, async ({
    page,
  }) => {
    await page.goto(`/tieu-chi/${id}/`);
    const part = (name: string) =>
      page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name }) });
    await expect(part(`${criteria} tiêu chí`).getByRole('heading', { level: 3 })).toHaveCount(criteria);
    const awards = part('Có thể được khen thưởng gì');
    await expect(awards.getByRole('heading', { level: 3 })).toHaveText([
      'Hằng năm',
      'Sơ kết 2027',
      'Tổng kết 2030',
    ]);
    await expect(awards).toContainText('cấp có thẩm quyền quyết định');
    await expect(awards.getByRole('term').filter({ hasText: 'Cờ Thi đua' })).toHaveCount(
      id === 'ca-nhan' ? 0 : 2,
    );
    await expect(part('Một đề cử tốt')).toContainText('Lời khuyên của trang này');
    const doubts = part('Hỏi đáp').locator('details');
    expect(await doubts.count()).toBeGreaterThan(5);
    for (const doubt of await doubts.all())
      await expect(doubt).toContainText(/Căn cứ: .*(Điều \d|III|V\.2)/s);
  });
}
