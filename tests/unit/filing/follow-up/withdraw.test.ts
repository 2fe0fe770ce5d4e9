import { parseHTML } from 'linkedom';
import { getWithdrawalPage } from '../../../../src/filing/follow-up/post-withdrawal.ts';
import { findStatus } from '../../../../src/filing/intake/store.ts';
import { newReceiptCode } from '../../../../src/filing/receipts/server/receipt-code.ts';
import { receiptKeys, statusPath } from '../../../../src/filing/receipts/server/receipt-key.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { askToWithdraw as ask, withdrawalTools } from '../../../fixtures/after-filing.ts';
import { expect, syncOnce, test } from '../../../fixtures/back-office.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const filed = async (db: Database): Promise<string> => {
  const answers = goodNomination({ contactEmail: 'Lien.He@donvi.example' });
  return (await (await file(intakeTools(db), answers)).json()).code;
};

test('a unit withdraws with the code and its contact, however typed, and staff see it', async ({
  db,
  standIn,
  staff,
}) => {
  const code = await filed(db);
  await syncOnce(db, standIn);
  for (const contact of ['lien.he@donvi.example', '+84 251 0000 000']) {
    const reply = await ask(db, { ma: code.toLowerCase(), contact, xacNhan: 'co' });
    expect(reply.headers.get('location')).toBe(statusPath(code, receiptKeys(db).of(code)));
  }
  await syncOnce(db, standIn);
  await syncOnce(db, standIn);
  expect(await findStatus(db, code)).toMatchObject({ state: 'rut-de-cu' });
  expect((await staff.rows('Đề cử'))[0]?.fields).toMatchObject({ 'Trạng thái': 'Rút đề cử' });
});

test('a submission withdrawn before it was delivered arrives as withdrawn', async ({
  db,
  standIn,
  staff,
}) => {
  const code = await filed(db);
  await ask(db, { ma: code, contact: 'lien.he@donvi.example', xacNhan: 'co' });
  await syncOnce(db, standIn);
  expect((await staff.rows('Đề cử'))[0]?.fields).toMatchObject({ 'Trạng thái': 'Rút đề cử' });
});

test('the page asks for confirmation, names the submission and shows none of its answers', async ({ db }) => {
  const code = await filed(db);
  const page = await ask(db, { ma: code, contact: '0251 0000 000' });
  expect(page.status).toBe(200);
  const html = await page.text();
  for (const said of ['Rút phiếu này?', code, 'Đề cử tập thể']) expect(html).toContain(said);
  expect(html).not.toMatch(/Tập thể thử|Người liên hệ thử|Lien\.He/i);
  const key = receiptKeys(db).of(code);
  const field = parseHTML(html).document.querySelector(`[data-part="confirm"] input[name="khoa"]`);
  expect(field?.getAttribute('value')).toBe(key);
  const program = await ask(db, { ma: code, contact: '0251 0000 000' }, { accept: 'application/json' });
  expect([program.status, await program.json()]).toMatchObject([428, { code, title: 'Đề cử tập thể' }]);
  expect(await findStatus(db, code)).toMatchObject({ state: 'moi-tiep-nhan' });
  expect((await ask(db, { ma: code, khoa: key, xacNhan: 'co' })).status).toBe(303);
  expect(await findStatus(db, code)).toMatchObject({ state: 'rut-de-cu' });
});

test('an empty form, a mistyped code and one that is over are told at their fields; an unknown code and a wrong contact alike', async ({
  db,
}) => {
  const code = await filed(db);
  const json = { accept: 'application/json' };
  const said = async (answers: Record<string, string>) => {
    const reply = await ask(db, { ...answers, xacNhan: 'co' }, json);
    return [reply.status, (await reply.json()).errors];
  };
  const empty = await said({ ma: '', contact: '' });
  expect(empty).toMatchObject([
    422,
    [
      { field: 'ma', message: /^Nhập mã hồ sơ/ },
      { field: 'contact', message: /^Nhập thư/ },
    ],
  ]);
  expect(await said({ ma: `${code.slice(0, -1)}#`, contact: 'x' })).toMatchObject([422, [{ field: 'ma' }]]);
  const wrong = await said({ ma: code, contact: '0251 0000 001' });
  expect(wrong).toMatchObject([422, [{ field: 'contact' }]]);
  expect(await said({ ma: newReceiptCode(new Date()), contact: '0251 0000 001' })).toEqual(wrong);
  await db.query(`update submissions set state = 'da-co-quyet-dinh'`);
  expect(await said({ ma: code, contact: '0251 0000 000' })).toMatchObject([422, [{ field: 'ma' }]]);
  expect(await findStatus(db, code)).toMatchObject({ state: 'da-co-quyet-dinh' });
});

test('the page says what can no longer be withdrawn, and asks with the key at once', async ({ db }) => {
  const code = await filed(db);
  const key = receiptKeys(db).of(code);
  const shown = async (query: string) => {
    const request = new Request(`http://localhost:8888/rut-phieu/${query}`);
    const reply = await getWithdrawalPage(request, withdrawalTools(db));
    const { document } = parseHTML(await reply.text());
    const parts = [...document.querySelectorAll('[data-part]:not([hidden])')];
    return [reply.status, ...parts.map((part) => part.getAttribute('data-part'))];
  };
  expect(await shown('')).toEqual([200, 'ask']);
  expect(await shown('?ma=sai')).toEqual([404, 'ask']);
  expect(await shown(`?ma=${code}`)).toEqual([200, 'ask']);
  expect(await shown(`?ma=${code}&khoa=${'A'.repeat(22)}`)).toEqual([404, 'ask']);
  expect(await shown(`?ma=${code}&khoa=${key}`)).toEqual([200, 'confirm']);
  expect(await findStatus(db, code)).toMatchObject({ state: 'moi-tiep-nhan' });
  await db.query(`update submissions set state = 'trung-lap'`);
  expect(await shown(`?ma=${code}`)).toEqual([200, 'over']);
  await db.query(`update submissions set state = 'rut-de-cu'`);
  expect(await shown(`?ma=${code}&khoa=${key}`)).toEqual([200, 'withdrawn']);
});
