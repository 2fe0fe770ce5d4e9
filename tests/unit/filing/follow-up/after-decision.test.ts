import { reusePage } from '../../../../src/filing/follow-up/reuse-page.ts';
import { findSubmission } from '../../../../src/filing/receipts/server/open-submission.ts';
import { receiptKeys } from '../../../../src/filing/receipts/server/receipt-key.ts';
import { publishedDigest, readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { expect, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { file, formPage, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const shown = { samples: false };
const correction = (changes: Record<string, unknown> = {}) => ({
  submissionKey: crypto.randomUUID(),
  story: 'MH-0101',
  wrong: 'Bài ghi 40 hộ.',
  right: 'Có 45 hộ tham gia từ tháng 3.',
  unitCode: 'so-noi-vu',
  contactName: 'Người thử',
  contactPhone: '0251 0000 000',
  attest: true,
  contactConsent: true,
  storageNotice: true,
  ...changes,
});

test('a correction that was asked for stands at the story once staff accept it, in their words where they wrote some', async ({
  db,
  standIn,
  staff,
}) => {
  const tools = intakeTools(db);
  await staff.create('Điển hình', storyRow());
  await syncOnce(db, standIn);
  const long = Array.from({ length: 301 }, () => 'chữ').join(' ');
  const refused = await file(tools, correction({ right: long }), {}, 'xin-sua');
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('có 301 chữ, nhiều nhất 300');
  expect((await file(tools, correction({ right: long.slice(4) }), {}, 'xin-sua')).status).toBe(201);

  const answer = await file(tools, correction(), {}, 'xin-sua');
  const { code } = await answer.json();
  await syncOnce(db, standIn);
  const before = await publishedDigest(db, shown);
  const correctionsOf = async () => (await readPublished(db, shown))[0]?.corrections.map(({ text }) => text);
  expect(await correctionsOf()).toEqual([]);

  const row = (await staff.rows('Xin sửa')).find(({ fields }) => fields['Mã hồ sơ'] === code);
  await staff.change('Xin sửa', row?.id ?? '', {
    'Trạng thái': 'Đã xác nhận',
    'Lời đính chính': 'Số hộ tham gia là 45, không phải 40.',
  });
  await syncOnce(db, standIn);
  expect(await correctionsOf()).toEqual(['Số hộ tham gia là 45, không phải 40.']);
  expect(await publishedDigest(db, shown)).not.toBe(before);
});

test('a refused nomination starts the next one: its answers stand in the boxes, consents do not, and only its key opens it', async ({
  db,
}) => {
  const { code } = await (await file(intakeTools(db), goodNomination())).json();
  await db.query(`update submissions set state = 'khong-du-dieu-kien', reply = 'Thêm số liệu trước và sau.'`);
  const keys = receiptKeys(db);
  const open = (khoa: string) =>
    reusePage(new Request(`http://localhost/de-cu/dung-lai/?ma=${code}&khoa=${khoa}`), {
      find: (one) => findSubmission(db, one),
      keys,
      readPage: async () =>
        formPage.replace('</form>', '<input type="checkbox" name="attest" value="on"></form>'),
    });
  const page = await (await open(keys.of(code))).text();
  expect(page).toContain(String(goodNomination()['achievements']).slice(0, 20));
  expect(page).toContain('Thêm số liệu trước và sau.');
  expect(page).not.toMatch(/name="attest"[^>]*checked/);
  const closed = await open('sai');
  expect(closed.status).toBe(303);
  expect(closed.headers.get('location')).toContain('/bo-sung/');
});
