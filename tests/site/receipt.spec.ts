import { type APIRequestContext, expect, test } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible.ts';
import { siteOrigin } from '../fixtures/addresses.ts';
import { goodNomination } from '../fixtures/nominations.ts';

async function fileOne(
  request: APIRequestContext,
): Promise<{ code: string; receipt: string; download: string }> {
  const answer = await request.post('/api/forms/de-cu-tap-the', {
    data: goodNomination({ submissionKey: crypto.randomUUID() }),
  });
  const { code, receiptUrl, proofUrl } = await answer.json();
  return { code, receipt: receiptUrl, download: proofUrl };
}

const asFile = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 780 } });

  test('the receipt is a bookmark: it shows what was filed each time, and leads to the PDF', async ({
    page,
    request,
  }) => {
    const { receipt, code } = await fileOne(request);
    for (const _ of ['first', 'again']) {
      await page.goto(receipt);
      await expect(page.getByText(code, { exact: true })).toBeVisible();
      await expect(page.getByText('Tập thể thử', { exact: true })).toBeVisible();
    }
    const href = await page.getByRole('link', { name: 'Tải biên nhận (PDF)' }).getAttribute('href');
    const pdf = await request.get(href ?? '');
    expect(pdf.headers()['content-type']).toBe('application/pdf');
  });

  test('the code alone shows that it was received, and nothing of what was filed', async ({
    page,
    request,
  }) => {
    const { code } = await fileOne(request);
    await page.goto(`/de-cu/da-nhan/?ma=${code}`);
    await expect(page.getByText('Mã hồ sơ chỉ mở trạng thái.')).toBeVisible();
    await expect(page.getByText('Tập thể thử')).toHaveCount(0);
    await expect(page.getByRole('link', { name: /Tải biên nhận/ })).toHaveCount(0);
  });

  test('the page that verifies receipts says what to do instead', async ({ page }) => {
    await page.goto('/xac-minh/');
    await expect(page.getByText('Trình duyệt tắt JavaScript, nên')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Kiểm tra' })).toBeHidden();
    await expect(page.getByRole('link', { name: 'tra cứu mã hồ sơ' })).toBeVisible();
  });
});

test('a step on from the receipt tells its address to nobody', async ({ page, request }) => {
  const { receipt } = await fileOne(request);
  await page.goto(receipt);
  const [next] = await Promise.all([
    page.waitForRequest('**/xac-minh/'),
    page.getByRole('link', { name: 'Xác minh', exact: true }).click(),
  ]);
  // The origin alone: a browser that sends none posts forms with `Origin: null`.
  expect((await next.allHeaders())['referer']).toBe(`${siteOrigin}/`);
});

test('a receipt as PDF, as JSON and pasted is genuine; changed, it is said to be', async ({
  page,
  request,
}) => {
  const { download, code } = await fileOne(request);
  const pdf = await (await request.get(download)).body();
  const json = await (await request.get(download.replace('.pdf', '.json'))).text();
  await page.goto('/xac-minh/');
  const verdict = page.getByRole('status');
  const file = page.getByLabel('Tệp biên nhận');
  const genuine = verdict.getByRole('heading', { name: 'Đúng là biên nhận của hệ thống này' });

  await file.setInputFiles(asFile('bien-nhan.pdf', pdf));
  await expect(genuine).toBeVisible();
  await expect(verdict.getByText(code)).toBeVisible();
  await expect(verdict.getByText('Tập thể thử', { exact: true })).toBeVisible();

  await file.setInputFiles(asFile('bien-nhan.json', json.replace('Tập thể thử', 'Tập thể khác')));
  await expect(verdict.getByRole('heading', { name: 'Biên nhận đã bị sửa' })).toBeVisible();
  await expect(genuine).toBeHidden();

  const signature: string = JSON.parse(json).signature;
  await page.getByLabel('Hoặc dán đoạn chữ ký').fill(signature.replace(/.{60}/g, '$&\n'));
  await page.getByRole('button', { name: 'Kiểm tra' }).click();
  await expect(genuine).toBeVisible();
  await expect(verdict.getByText('Đoạn chữ ký dán vào không kèm nội dung phiếu')).toBeVisible();
  await expect(verdict.getByText('Tập thể thử')).toBeHidden();

  await file.setInputFiles(asFile('khac.pdf', '%PDF-1.7 không phải biên nhận'));
  await expect(verdict.getByRole('heading', { name: 'Không thấy biên nhận' })).toBeVisible();
});

test('a receipt signed by another key is not ours, and without the keys nothing is called genuine', async ({
  page,
  request,
}) => {
  const { download } = await fileOne(request);
  const json = await (await request.get(download.replace('.pdf', '.json'))).text();
  await page.route('**/api/v1/receipt-key.json', (route) =>
    route.fulfill({ json: { keys: [{ kid: 'khac', x: 'A'.repeat(43) }] } }),
  );
  await page.goto('/xac-minh/');
  const file = page.getByLabel('Tệp biên nhận');
  await file.setInputFiles(asFile('bien-nhan.json', json));
  await expect(page.getByRole('heading', { name: 'Không phải biên nhận của hệ thống này' })).toBeVisible();
  await page.unroute('**/api/v1/receipt-key.json');
  await page.route('**/api/v1/receipt-key.json', (route) => route.abort());
  await file.setInputFiles(asFile('lan-nua.json', json));
  await expect(page.getByRole('heading', { name: 'Chưa kiểm tra được' })).toBeVisible();
});

test('axe finds nothing on the receipt and on a checked receipt, at 320 px', async ({ page, request }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const { receipt, download } = await fileOne(request);
  await page.goto(receipt);
  await expectAccessible(page);
  await page.goto('/xac-minh/');
  await expectAccessible(page);
  await page
    .getByLabel('Tệp biên nhận')
    .setInputFiles(asFile('b.pdf', await (await request.get(download)).body()));
  await expect(page.getByRole('heading', { name: 'Đúng là biên nhận của hệ thống này' })).toBeVisible();
  await expectAccessible(page);
});
