import { postWithdrawal } from '../../../src/after-filing/post-withdrawal.ts';
import { withdraw } from '../../../src/after-filing/withdraw.ts';
import type { Database } from '../../../src/postgres.ts';
import { findStatus } from '../../../src/submissions/store.ts';
import { expect, syncOnce, test } from '../../fixtures/back-office.ts';
import { file, filingTools, formPage } from '../../fixtures/filing.ts';
import { goodNomination } from '../../fixtures/nominations.ts';

const ask = (db: Database, answers: Record<string, string>, headers: Record<string, string> = {}) =>
  postWithdrawal(
    new Request('http://localhost:8888/api/withdrawals', {
      method: 'POST',
      headers,
      body: new URLSearchParams(answers),
    }),
    {
      withdraw: (code, contact) => withdraw(db, code, contact),
      withinLimit: async () => true,
      readPage: async () => formPage,
    },
  );

const filed = async (db: Database): Promise<string> => {
  const answers = goodNomination({ contactEmail: 'Lien.He@donvi.example' });
  return (await (await file(filingTools(db), answers)).json()).code;
};

test('a unit withdraws with the code and its contact, however typed, and staff see it', async ({
  db,
  standIn,
  staff,
}) => {
  const code = await filed(db);
  await syncOnce(db, standIn);
  for (const contact of ['lien.he@donvi.example', '+84 251 0000 000']) {
    const reply = await ask(db, { ma: code.toLowerCase(), contact });
    expect(reply.headers.get('location')).toBe(`/tra-cuu/?ma=${code}`);
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
  await ask(db, { ma: code, contact: 'lien.he@donvi.example' });
  await syncOnce(db, standIn);
  expect((await staff.rows('Đề cử'))[0]?.fields).toMatchObject({ 'Trạng thái': 'Rút đề cử' });
});

test('a wrong contact, an unknown code, and one that is over are told apart at the field', async ({ db }) => {
  const code = await filed(db);
  const json = { accept: 'application/json' };
  const fieldOf = async (answers: Record<string, string>) => {
    const reply = await ask(db, answers, json);
    return [reply.status, (await reply.json()).errors?.[0]?.field];
  };
  expect(await fieldOf({ ma: code, contact: '0251 0000 001' })).toEqual([422, 'contact']);
  expect(await fieldOf({ ma: code, contact: '' })).toEqual([422, 'contact']);
  expect(await fieldOf({ ma: 'DN26-0000-0000-00', contact: 'x' })).toEqual([422, 'ma']);
  await db.query(`update submissions set state = 'da-co-quyet-dinh'`);
  expect(await fieldOf({ ma: code, contact: '0251 0000 000' })).toEqual([422, 'ma']);
  expect(await findStatus(db, code)).toMatchObject({ state: 'da-co-quyet-dinh' });
});
