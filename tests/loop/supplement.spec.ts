import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { expectAccessible } from '../fixtures/accessible.ts';
import { standInOrigin } from '../fixtures/addresses.ts';
import { staffOf } from '../fixtures/back-office.ts';
import { choose, expectKept, fileLines, pdfToChoose } from '../fixtures/choose-files.ts';
import { draftBox, waitUntilKept } from '../fixtures/drafts.ts';
import { aPdf } from '../fixtures/evidence.ts';
import { goodNomination } from '../fixtures/nominations.ts';
import { keptDrafts } from '../fixtures/sending.ts';

test.use({ viewport: { width: 360, height: 740 } });

const staff = staffOf({ url: standInOrigin });
const pdf = (name: string) => pdfToChoose(name, aPdf(`% ${name}`));
const send = (page: Page) => page.getByRole('button', { name: 'Gửi câu trả lời' });
const filesOf = async (code: string) =>
  (await staff.rows('Đề cử')).find(({ fields }) => fields['Mã hồ sơ'] === code)?.fields['Tệp minh chứng'];

/** Files a nomination, has staff ask for its achievements and for files again, and opens the page that asks. */
async function openAsked(page: Page, name: string): Promise<string> {
  const answers = goodNomination({ name, tookMs: 60_000 });
  const reply = await page.request.post('/api/forms/de-cu-tap-the', { data: answers });
  const { code, receiptUrl } = z
    .object({ code: z.string(), receiptUrl: z.string() })
    .parse(await reply.json());
  await expect(async () => {
    const row = (await staff.rows('Đề cử')).find(({ fields }) => fields['Mã hồ sơ'] === code);
    await staff.change('Đề cử', row?.id ?? '', {
      'Trạng thái': 'Yêu cầu bổ sung',
      'Hướng dẫn bổ sung': 'Bản quét mờ, xin gửi lại.',
      'Câu cần trả lời lại': ['Thành tích', 'Tệp minh chứng'],
    });
  }).toPass();
  await expect(async () => {
    await page.goto(`/bo-sung/${new URL(receiptUrl).search}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trả lời câu hỏi của Sở Nội vụ', {
      timeout: 500,
    });
  }).toPass();
  return code;
}

const expectJoined = async (page: Page, code: string, names: readonly string[]): Promise<void> => {
  await expect(page).toHaveURL(new RegExp(`/tra-cuu/\\?ma=${code}`));
  await expect(page.getByRole('main')).toContainText('Đã nhận bổ sung');
  await expect(async () => {
    expect(await filesOf(code)).toMatchObject(names.map((filename) => ({ filename })));
  }).toPass();
};

test('files that are asked for again are sent as they are chosen, outlive a mistake, a reload and a dead line, and reach the row', async ({
  page,
  context,
}) => {
  const code = await openAsked(page, 'Tập thể thử bổ sung tệp');
  await expect(page.getByText('Bản quét mờ, xin gửi lại.')).toBeVisible();
  await expect(page.getByText('những tệp đã gửi vẫn còn đó')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Chọn tệp').focus();
  await page.waitForFunction(() => customElements.get('evidence-files') !== undefined);
  await choose(page, pdfToChoose('máy.exe', Buffer.from('MZ'), 'application/octet-stream'));
  await expect(fileLines(page)).toContainText(['Chỉ nhận tệp PDF']);
  await fileLines(page).getByRole('button', { name: /Bỏ/ }).click();
  await choose(page, pdf('quét rõ.pdf'));
  await expectKept(page, 1);
  const achievements = page.getByLabel('Thành tích', { exact: true });
  await expect(achievements).toHaveValue('Thành tích thử, chuyển đổi số.');
  await achievements.fill('');
  await send(page).click();
  await expect(page.getByRole('alert')).toContainText('Có 1 chỗ cần sửa');
  await expect(page.getByText('Bản quét mờ, xin gửi lại.')).toBeVisible();
  await expectKept(page, 1);
  await expectAccessible(page);
  await achievements.fill('Thành tích có số liệu.');
  await waitUntilKept(page);
  // The tab goes on where it was, without asking.
  await page.reload();
  await expect(achievements).toHaveValue('Thành tích có số liệu.');
  await expect(draftBox(page)).not.toContainText('đánh dấu lại');
  await expectKept(page, 1);
  await expectAccessible(page);
  await context.setOffline(true);
  await send(page).click();
  await expect(page.getByRole('alert')).toContainText('mất kết nối');
  // The page sends by itself once the line is back.
  await context.setOffline(false);
  await expectJoined(page, code, ['quét rõ.pdf']);
  expect(await keptDrafts(page)).toBe(0);
});

test('an answer that was lost on its way back is not asked again', async ({ page }) => {
  const code = await openAsked(page, 'Tập thể thử bổ sung lạc tin');
  await page.getByLabel('Chọn tệp').focus();
  await page.waitForFunction(() => customElements.get('evidence-files') !== undefined);
  await choose(page, pdf('một.pdf'));
  await expectKept(page, 1);
  await page.getByLabel('Thành tích', { exact: true }).fill('Thành tích có số liệu.');
  const api = '**/api/supplements/**';
  await page.route(api, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await send(page).click();
  await expect(page.getByRole('alert')).toContainText('mất kết nối');
  await page.unroute(api);
  await send(page).click();
  await expectJoined(page, code, ['một.pdf']);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('files go along with the answers, and are kept while one is mended', async ({ page }) => {
    const code = await openAsked(page, 'Tập thể thử bổ sung không mã lệnh');
    await choose(page, pdf('một.pdf'));
    await page.getByLabel('Thành tích', { exact: true }).fill('');
    await send(page).click();
    await expect(page).toHaveTitle(/^Có 1 chỗ cần sửa/);
    await expect(fileLines(page)).toHaveText([/^một\.pdf \(1 KB\)/]);
    await choose(page, pdf('hai.pdf'));
    await page.getByRole('button', { name: 'Giữ tệp đã chọn' }).click();
    await expect(fileLines(page)).toHaveText([/^một\.pdf/, /^hai\.pdf/]);
    await page.getByLabel('Thành tích', { exact: true }).fill('Thành tích có số liệu.');
    await send(page).click();
    await expectJoined(page, code, ['một.pdf', 'hai.pdf']);
  });
});
