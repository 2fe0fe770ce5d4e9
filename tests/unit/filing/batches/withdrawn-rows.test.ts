import { batchList } from '../../../../src/filing/batches/server/batch-receipt.ts';
import { findBatch } from '../../../../src/filing/batches/server/store.ts';
import { withdraw } from '../../../../src/filing/follow-up/withdraw.ts';
import { eraseSubmission } from '../../../../src/filing/privacy/erase.ts';
import { receiptKeys } from '../../../../src/filing/receipts/server/receipt-key.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { syncOnce, test } from '../../../fixtures/back-office.ts';
import { batchTools, fileTable } from '../../../fixtures/batch.ts';
import { expect } from '../../../fixtures/database.ts';
import { arm, disarm, storeFaults } from '../../../fixtures/kill/store-faults.ts';
import { goodCells, pastedTable } from '../../../fixtures/tables.ts';

const table = pastedTable([goodCells('A', '1'), goodCells('B', '2')]);

/** Sends the table of A and B, under the key of a page or none. */
const send = (db: Database, submissionKey = '') =>
  fileTable(batchTools(db), table, { shared: { submissionKey }, headers: { accept: 'application/json' } });

const codesOf = async (answer: Response): Promise<string[]> =>
  (await answer.json()).rows.map(({ code }: { code: string }) => code);

const takeBack = (db: Database, code: string) => withdraw(db, code);

const stored = async (db: Database) =>
  (
    await db.query<{ code: string; state: string }>(
      `select code, state from submissions where answers->>'name' = 'A' order by received_at`,
    )
  ).rows;

test('a row that was withdrawn is filed anew by the same table, under a new code; the others keep theirs', async ({
  db,
  standIn,
  staff,
}) => {
  const [a = '', b = ''] = await codesOf(await send(db));
  expect(await takeBack(db, a)).toBe('done');
  const answer = await send(db);
  expect(answer.status).toBe(201);
  const { rows, receiptUrl } = await answer.json();
  expect(rows).toMatchObject([
    { row: 1, isNew: true },
    { row: 2, isNew: false, code: b },
  ]);
  const again = rows[0].code;
  expect(again).not.toBe(a);
  // Sent once more it files nothing more.
  expect(await codesOf(await send(db))).toEqual([again, b]);
  expect(await stored(db)).toEqual([
    { code: a, state: 'rut-de-cu' },
    { code: again, state: 'moi-tiep-nhan' },
  ]);
  const list = new URL(receiptUrl);
  const tools = { find: (batch: string) => findBatch(db, batch), readPage: async () => '' };
  const csv = await batchList(new Request(list), 'ma-ho-so.csv', { ...tools, keys: receiptKeys(db) });
  const notes = (await csv.text()).split('\r\n').map((line) => line.split(',').at(-1));
  expect(notes.filter((note) => note === 'Đã rút')).toHaveLength(1);
  await syncOnce(db, standIn);
  const states = (await staff.rows('Đề cử')).map(({ fields }) => [fields['Mã hồ sơ'], fields['Trạng thái']]);
  expect(states.toSorted()).toEqual(
    [
      [a, 'Rút đề cử'],
      [b, 'Mới tiếp nhận'],
      [again, 'Mới tiếp nhận'],
    ].toSorted(),
  );
});

test('a retry gets the first answer, even after the row was withdrawn and filed again', async ({ db }) => {
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
  const before = await codesOf(await send(db, first));
  await takeBack(db, before[0] ?? '');
  expect(await codesOf(await send(db, first))).toEqual(before);
  expect(await stored(db)).toHaveLength(1);
  const after = await codesOf(await send(db, second));
  expect(after).toEqual([expect.not.stringMatching(before[0] ?? ''), before[1]]);
  expect(await codesOf(await send(db, first))).toEqual(before);
  expect(await codesOf(await send(db, second))).toEqual(after);
  // Found rows are remembered as well as new ones.
  await takeBack(db, before[1] ?? '');
  expect(await codesOf(await send(db, second))).toEqual(after);
  expect(await stored(db)).toHaveLength(2);
});

test('a withdrawn row sent many times at once is filed again once', async ({ db }) => {
  const [a = ''] = await codesOf(await send(db));
  await takeBack(db, a);
  const keys = ['', '', crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const tries = await Promise.all(keys.map(async (key) => codesOf(await send(db, key))));
  expect(new Set(tries.map(String)).size).toBe(1);
  expect(tries[0]).not.toContain(a);
  expect(await stored(db)).toHaveLength(2);
});

test('a row withdrawn while it is sent again never has two open submissions', async ({ db }) => {
  const given = new Set<string>();
  for (let time = 0; time < 6; time += 1) {
    const [a = ''] = await codesOf(await send(db));
    given.add(a);
    const [, [x], [y]] = await Promise.all([
      takeBack(db, a),
      codesOf(await send(db)),
      codesOf(await send(db)),
    ]);
    for (const code of [x, y]) given.add(code ?? '');
    const open = (await stored(db)).filter(({ state }) => state === 'moi-tiep-nhan');
    expect(open.length).toBeLessThanOrEqual(1);
  }
  expect((await stored(db)).map(({ code }) => code).toSorted()).toEqual([...given].toSorted());
});

test('a failure of PostgreSQL while a withdrawn row is filed again changes nothing', async ({ db }) => {
  const key = crypto.randomUUID();
  const before = await codesOf(await send(db, key));
  await takeBack(db, before[0] ?? '');
  for (const fault of storeFaults) {
    await arm(db, fault);
    expect((await send(db)).status, fault.name).toBe(503);
    await disarm(db);
    expect(await codesOf(await send(db, key))).toEqual(before);
  }
  expect((await send(db)).status).toBe(201);
  expect(await stored(db)).toHaveLength(2);
});

test('an erased row can be filed again, and nothing of its first version is stored', async ({ db }) => {
  const key = crypto.randomUUID();
  const [a = '', b = ''] = await codesOf(await send(db, key));
  await eraseSubmission(db, a, 'yeu-cau');
  expect((await db.query('select code from batch_tries')).rows).toEqual([{ code: b }]);
  const after = await codesOf(await send(db));
  expect(after).toEqual([expect.not.stringMatching(a), b]);
});

test('a row that staff reopen stays beside the new submission, which a retry finds', async ({ db }) => {
  const [a = ''] = await codesOf(await send(db));
  await takeBack(db, a);
  const after = await codesOf(await send(db));
  await db.query(`update submissions set state = 'dang-kiem-tra' where code = $1`, [a]);
  expect(await codesOf(await send(db))).toEqual(after);
  await takeBack(db, after[0] ?? '');
  expect(await codesOf(await send(db))).not.toContain(a);
  expect(await stored(db)).toHaveLength(3);
});

test('a key that is no UUID is refused as such', async ({ db }) => {
  const answer = await send(db, 'một bảng');
  expect([answer.status, await answer.json()]).toEqual([
    422,
    { errors: [{ field: 'submissionKey', message: 'submissionKey phải là một UUID.' }] },
  ]);
});
