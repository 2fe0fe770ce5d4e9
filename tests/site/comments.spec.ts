import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible.ts';
import { goOn, receiptCode, takeTime } from '../fixtures/fill-nomination.ts';

const open = '/lay-y-kien/minh-hoa-dang-mo/';
const over = '/lay-y-kien/minh-hoa-da-het/';

test('from a list that is up a person comments without a name; the list is chosen already, and a receipt comes', async ({
  page,
}) => {
  await page.goto('/lay-y-kien/');
  await page.getByRole('link', { name: /đang lấy ý kiến$/ }).click();
  await expect(page).toHaveURL(open);
  await expectAccessible(page);
  await expect(page.getByRole('rowheader', { name: 'Nhân vật minh họa Một' })).toBeVisible();
  await page.getByRole('link', { name: 'Góp ý danh sách này' }).click();
  await expect(page.getByLabel('Đợt lấy ý kiến')).toHaveValue('minh-hoa-dang-mo');
  await page.getByRole('radio', { name: 'Không đồng ý' }).check();
  await page.getByRole('textbox', { name: 'Nội dung góp ý' }).fill('Việc này do cả tổ làm, nên ghi tên tổ.');
  await takeTime(page);
  await goOn(page);
  await goOn(page);
  for (const words of [/^Tôi chịu trách nhiệm/, /^Tôi được thông báo/])
    await page.getByRole('checkbox', { name: words }).check();
  await goOn(page);
  await page.getByRole('button', { name: 'Gửi góp ý' }).click();
  expect(await receiptCode(page)).toMatch(/^DN26-/);
});

test('a list whose time is over says so, offers no form, and the server refuses a late comment in words', async ({
  page,
  request,
}) => {
  await page.goto(over);
  await expect(page.getByText('Đã hết thời gian góp ý', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Góp ý danh sách này' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Kết quả tiếp thu' })).toBeVisible();
  await expectAccessible(page);
  const answer = await request.post('/api/forms/gop-y', {
    headers: { accept: 'application/json' },
    data: {
      case: 'minh-hoa-da-het',
      stance: 'dong-y',
      content: 'Đồng ý.',
      attest: true,
      storageNotice: true,
    },
  });
  expect(answer.status()).toBe(409);
  expect(await answer.text()).toContain('đã nhận góp ý đến hết');
});

test('the proof of publication is a PDF that the page for verifying confirms, and of which no letter may change', async ({
  page,
  request,
}) => {
  // The sync looks at the site in its own time.
  let proof: Buffer = Buffer.alloc(0);
  await expect(async () => {
    const answer = await request.get('/api/v1/lay-y-kien/minh-hoa-dang-mo.pdf');
    expect(answer.status()).toBe(200);
    proof = await answer.body();
  }).toPass({ timeout: 60_000 });
  await page.goto('/xac-minh/');
  const chosen = page.getByLabel('Tệp xác nhận đăng tải (PDF hoặc JSON)');
  await chosen.setInputFiles({ name: 'xac-nhan.pdf', mimeType: 'application/pdf', buffer: proof });
  const verdict = page.locator('verify-notice [role="status"]');
  await expect(verdict).toContainText('Đúng là xác nhận của trang này');
  await expect(verdict).toContainText('dữ liệu minh họa');
  const changed = Buffer.from(
    proof.toString('latin1').replace('minh-hoa-dang-mo/', 'minh-hoa-dang-mx/'),
    'latin1',
  );
  await chosen.setInputFiles({ name: 'sua.pdf', mimeType: 'application/pdf', buffer: changed });
  await expect(verdict).toContainText('Đã bị sửa');
  const receipt = Buffer.from(await readFile('README.md'));
  await chosen.setInputFiles({ name: 'khac.pdf', mimeType: 'application/pdf', buffer: receipt });
  await expect(verdict).toContainText('Không thấy xác nhận đăng tải');
});

test('where the owner has opened it, a hint without a name is filed and one with a name is sent back', async ({
  page,
}) => {
  await page.goto('/so-do/');
  await page.getByRole('main').getByRole('link', { name: 'Chỉ ra cách làm hay' }).click();
  await page.getByLabel('Ở xã, phường hay cơ quan nào').selectOption({ index: 1 });
  await page.getByLabel('Cách làm hay ấy là gì').fill('Bà Năm cho mượn giỏ đi chợ.');
  await page.getByLabel('Vì sao nơi khác nên học').fill('Chợ bớt nửa số túi ni lông.');
  await takeTime(page);
  await goOn(page);
  await expect(page.getByText('Bỏ “Bà Năm”').first()).toBeVisible();
  await page.getByLabel('Cách làm hay ấy là gì').fill('Chủ sạp cho mượn giỏ đi chợ.');
  await goOn(page);
  for (const words of [/^Tôi không nêu tên/, /^Tôi được thông báo/])
    await page.getByRole('checkbox', { name: words }).check();
  await goOn(page);
  await page.getByRole('button', { name: 'Gửi đi' }).click();
  expect(await receiptCode(page)).toMatch(/^DN26-/);
});

test('who is honoured finds how to name it, the signed proof, images and the way to a correction', async ({
  page,
}) => {
  await page.goto('/d/VD-0001');
  const kit = page.locator('#vinh-danh');
  await kit.locator('summary').click();
  await expect(kit).toContainText('theo Quyết định số 00/QĐ-MINHHOA');
  for (const name of ['Xác nhận có chữ ký số', 'Ảnh ngang để chia sẻ'])
    expect(
      (await page.request.get((await kit.getByRole('link', { name }).getAttribute('href')) ?? '')).status(),
    ).toBe(200);
  await kit.getByRole('link', { name: 'Xin sửa bài' }).click();
  await expect(page.getByLabel('Mã của bài')).toHaveValue('VD-0001');
});
