import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { owed, owedBy } from '../../src/plan/owed.ts';
import { agencies, agenciesOf } from '../../src/site/duties/agencies.ts';
import { phases } from '../../src/vocabulary/taxonomy.ts';
import { builtSite } from '../fixtures/addresses.ts';
import { builtDocument as read, textOf } from '../fixtures/built-pages.ts';

/** The duties of a page, each as its time, its words and the forms that it leads to. */
const dutiesOn = (path: string) =>
  [...read(path).querySelectorAll('ol.duties > li')].map((row) => ({
    when: textOf(row.querySelector('.when')?.firstChild ?? null),
    text: textOf(row),
    forms: [...row.querySelectorAll('.doors a')].map((link) => link.getAttribute('href')),
  }));

for (const path of ['phan-cong', '', 'don-vi/trang-bom-26248', 'don-vi/so-noi-vu'])
  test(`dated duties stand before others, with their forms, on /${path}`, () => {
    const duties = dutiesOn(path);
    const times = duties.map(({ when }) => when);
    expect(times.slice(0, 4)).toEqual(['Quý II/2026', 'Định kỳ hằng năm', 'Hằng năm', 'Năm 2027']);
    expect(times.join(' ').trim()).not.toMatch(/Không ấn định|Không nêu/);
    expect(duties[0]?.forms).toEqual(['/ke-hoach-don-vi/', '/phan-hoi/']);
    if (path !== 'don-vi/so-noi-vu') expect(duties[1]?.forms).toEqual(['/bao-cao-nam/']);
  });

test('what a late unit does is said where the time has passed', () => {
  for (const path of ['phan-cong', '', 'lo-trinh', 'don-vi/trang-bom-26248']) {
    const shown = [...read(path).querySelectorAll('[data-at]')].filter(
      (node) => !node.hasAttribute('hidden'),
    );
    expect(shown.map(textOf).join(' '), path).toMatch(
      /Đã hết quý II\/2026\..*báo ở đây.*phản hồi về Sở Nội vụ/,
    );
  }
});

test('each clause that states a duty leads to the form with which it is done', () => {
  for (const [clause, form] of [
    ['v-1-1', '/ke-hoach-don-vi/'],
    ['v-2-1', '/ke-hoach-don-vi/'],
    ['v-2-9', '/bao-cao-nam/'],
    ['ket-thuc', '/phan-hoi/'],
    ['iii-1-4', '/de-cu/ca-nhan/?nhom=ca-nhan'],
    ['iii-1-4-2', '/de-cu/ca-nhan/?nhom=ca-nhan&tieu-chi=iii-1-4-2'],
    ['iii-1-2-3', '/de-cu/tap-the/?nhom=doan-the&tieu-chi=iii-1-2-3'],
  ] as const) {
    const links = [...read(`ke-hoach/${clause}`).querySelectorAll('[aria-labelledby="tiep-theo"] a')];
    expect(
      links.map((link) => link.getAttribute('href')),
      clause,
    ).toContain(form);
  }
});

test('a form says when the duty is due that is done with it, and what a late unit does', () => {
  const said = (path: string) => textOf(read(path).querySelector('.before-form'));
  expect(said('bao-cao-nam')).toContain('Hạn: Định kỳ hằng năm. Kế hoạch không ấn định ngày.');
  expect(said('ke-hoach-don-vi')).toMatch(/Hạn: Quý II\/2026\. Đã hết quý II\/2026\..*Mục V\.1\.1/);
  for (const path of ['de-cu/tap-the', 'phan-hoi']) expect(said(path)).not.toContain('Hạn:');
});

test('the calendar of the milestones stands where its page says', () => {
  const hrefs = [...read('lo-trinh').querySelectorAll('#lich ~ p a')].map((link) =>
    link.getAttribute('href'),
  );
  expect(hrefs.every((href) => href?.endsWith('/lo-trinh/lo-trinh.ics'))).toBe(true);
  expect(hrefs.map((href) => href?.split(':')[0])).toEqual(['webcal', expect.stringMatching(/^https?$/)]);
  expect(readFileSync(join(builtSite, 'lo-trinh/lo-trinh.ics'), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
});

for (const [day, quarter, standings] of [
  ['2026-06-30T16:59:00Z', 'Quý II/2026', ['Hiện', 'Hiện', 'Sắp', 'Sắp', 'Sắp']],
  ['2026-06-30T17:00:00Z', 'Quý III/2026', ['Hiện', 'Đã', 'Sắp', 'Sắp', 'Sắp']],
  ['2028-02-01T00:00:00Z', 'Quý I/2028', ['Đã', 'Đã', 'Đã', 'Hiện', 'Sắp']],
] as const) {
  test(`at ${day} the timeline stands in ${quarter} of Việt Nam`, async ({ page }) => {
    await page.clock.setFixedTime(day);
    await page.goto('/lo-trinh/');
    await expect(page.getByText('Hôm nay,')).toContainText(quarter);
    const shown = await page.locator('main ol [data-standing]').allInnerTexts();
    expect(shown.map((words) => words.trim().split(' ')[0])).toEqual(standings);
    await expect(page.locator('main [aria-hidden] span[data-standing="current"]')).toHaveCount(1);
    const passed = Number(day.slice(0, 4)) - 2026;
    await expect(page.locator('main [aria-hidden] small')).toHaveText([
      ...Array<string>(passed).fill('Đã qua'),
      'Hiện nay',
      ...Array<string>(4 - passed).fill('Sắp tới'),
    ]);
  });
}

test('the timeline names every milestone in the words of the plan', () => {
  const items = [...read('lo-trinh').querySelectorAll('plan-timeline li li')];
  const shown = items.map((item) => [textOf(item.querySelector('h3')), textOf(item.querySelector('h3 + p'))]);
  expect(shown).toEqual(phases.flatMap(({ milestones }) => milestones.map(({ when, name }) => [when, name])));
});

for (const script of [true, false]) {
  test.describe(script ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: script });

    test('the timeline calls a day today only where it knows it', async ({ page }) => {
      await page.goto('/lo-trinh/');
      await expect(page.getByText(/^(Hôm nay,|Tính đến) ngày/)).toHaveCount(1);
      await expect(page.getByText('Hôm nay,')).toHaveCount(script ? 1 : 0);
    });

    test('each agency finds its duties by an address', async ({ page }) => {
      await page.goto('/phan-cong/');
      const rows = page.locator('.duties li[data-for]:visible');
      await expect(rows).toHaveCount(owed.length);
      await page.getByText('Cơ quan mà kế hoạch nêu tên').click();
      for (const { id, name } of agencies) {
        await page
          .getByRole('navigation', { name: 'Việc của ai' })
          .getByRole('link', { name, exact: true })
          .click();
        await expect(page).toHaveURL(new RegExp(`/phan-cong/#${id}$`));
        const own = owed.filter((duty) => agenciesOf(duty).includes(id));
        await expect(rows, name).toHaveCount(own.length);
        for (const duty of own)
          await expect(rows.locator(`a[href="/ke-hoach/${duty.id}/"]`).first()).toBeVisible();
      }
      await page.getByRole('link', { name: 'Tất cả' }).click();
      await expect(rows).toHaveCount(owed.length);
    });
  });
}

test('a unit that is typed by an old name sees its duties and the way to its page', async ({ page }) => {
  await page.goto('/phan-cong/');
  const box = page.getByRole('searchbox', { name: 'Gõ tên cơ quan của bạn' });
  for (const [typed, unit, count] of [
    ['thi tran trang bom', 'UBND phường Trảng Bom', owedBy({ name: '', group: 'xa-phuong' }).length],
    ['SNV', 'Sở Nội vụ', owedBy({ name: 'Sở Nội vụ', group: 'so' }).length],
  ] as const) {
    await box.fill(typed);
    await page.getByRole('button', { name: unit }).click();
    const said = page.locator('[data-part="status"]');
    await expect(said).toContainText(`${unit}: ${count} việc.`);
    await expect(page.locator('.duties li[data-for]:visible')).toHaveCount(count);
    await expect(said.getByRole('link')).toHaveAttribute('href', /^\/don-vi\//);
  }
});

test('a shared address opens on its agency; going back restores the choice', async ({ page }) => {
  const said = page.locator('[data-part="status"]');
  await page.goto('/phan-cong/#cac-doanh-nghiep');
  await expect(said).toHaveText('Doanh nghiệp: 1 việc.');
  await page.getByRole('link', { name: 'Xã, phường' }).click();
  await expect(said).toContainText('Xã, phường:');
  await page.goBack();
  await expect(said).toHaveText('Doanh nghiệp: 1 việc.');
});
