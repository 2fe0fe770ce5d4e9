import { readLog } from '../../../../src/back-office/log/server/read-log.ts';
import { applyDecisions } from '../../../../src/filing/delivery/decisions.ts';
import { receiptKeys } from '../../../../src/filing/receipts/server/receipt-key.ts';
import { expect } from '../../../fixtures/back-office.ts';
import { fileWithMail, test } from '../../../fixtures/mail.ts';
import { statusShown } from '../../../fixtures/status-page.ts';

const reply = 'Lần sau nêu số liệu trước và sau của từng chỉ số.';

test('a reply waits for the state that it answers, and only the holder of the key reads it', async ({
  db,
}) => {
  const code = await fileWithMail(db);
  const shown = (key = `&khoa=${receiptKeys(db).of(code)}`) => statusShown(db, `?ma=${code}${key}`);
  const decide = (state: string, said: string | null = reply) =>
    applyDecisions(db, 'Đề cử', [
      { recordId: `rec ${code}`, code, state, guidance: null, reply: said, asked: [] },
    ]);
  await decide('Đang kiểm tra');
  expect((await shown()).html).not.toContain(reply);
  await decide('Không đủ điều kiện');
  expect((await shown()).reply).toEqual(['Để lần đề cử sau mạnh hơn', reply]);
  expect((await shown('')).html).not.toContain(reply);
  // A closed case is opened again before another decision.
  await decide('Đang kiểm tra');
  await decide('Đã trả lời');
  expect((await shown()).reply).toEqual(['Trả lời của Sở Nội vụ', reply]);
  await decide('Đã trả lời', null);
  expect((await shown()).parts).not.toContain('staff-reply');
});

test('a column that is gone keeps the reply that was stored', async ({ db }) => {
  const code = await fileWithMail(db);
  const row = { recordId: `rec ${code}`, code, state: 'Không đủ điều kiện', guidance: null, asked: [] };
  await applyDecisions(db, 'Đề cử', [{ ...row, reply }]);
  const columns = { names: {}, unavailable: ['reply'] };
  await applyDecisions(db, 'Đề cử', [{ ...row, reply: null, columns }]);
  expect((await db.query('select reply from submissions')).rows).toEqual([{ reply }]);
  const acts = (await readLog(db, code, 10)).filter(({ act }) => act === 'loi-dap');
  expect(acts).toMatchObject([{ actor: 'co-quan', detail: { filled: true } }]);
});
