import { senderAt } from '../../../../src/filing/abuse/server/submission-limit.ts';
import { findBatchForm } from '../../../../src/filing/batches/batch-form.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { fileRows, fileTable } from '../../../fixtures/batch.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { exampleAnswers } from '../../../fixtures/example-answers.ts';
import { gatedBatchTools, gatedTools, solutionOf } from '../../../fixtures/gate.ts';
import { countStored, file } from '../../../fixtures/intake.ts';
import { arm, disarm, storeFaults } from '../../../fixtures/kill/store-faults.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';
import { faultyCells, goodRows, pastedTable } from '../../../fixtures/tables.ts';

type Tools = ReturnType<typeof gatedBatchTools>;

/** Sends a table as the script of a page does, by default one that was filled too fast. */
const fromPage = (tools: Tools, rows: string[][], shared: Record<string, string> = {}) =>
  fileTable(tools, pastedTable(rows), {
    shared: { tookMs: '900', ...shared },
    headers: { accept: 'application/json' },
  });

const slow = { tookMs: '60000' };

/** A row as a program sends it. */
function programRow(): Record<string, unknown> {
  const form = findBatchForm('de-cu-mo-hinh');
  const answers = form ? exampleAnswers(form.form) : {};
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !form?.shared.includes(name)));
}

const counted = async (db: Database) =>
  (await db.query<{ filings: number }>('select filings from filing_counts')).rows[0]?.filings;

const codesOf = async (answer: Response): Promise<string[]> =>
  (await answer.json()).rows.map(({ code }: { code: string }) => code);

test('a table filled too fast is asked for one proof of work, filed with it once, and marked for staff', async ({
  db,
}) => {
  const tools = gatedBatchTools(db);
  const asked = await fromPage(tools, goodRows(20));
  expect(asked.status).toBe(428);
  const problem = await asked.json();
  expect(problem).toMatchObject({ status: 428, title: 'Còn một bước nữa' });
  expect(problem.detail).toContain('Bảng chưa được gửi.');
  expect(await countStored(db)).toBe(0);
  const altcha = await solutionOf(problem.challenge);
  const tries = await Promise.all([1, 2, 3].map(() => fromPage(tools, goodRows(20), { altcha })));
  expect(tries.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set((await Promise.all(tries.map(codesOf))).map(String)).size).toBe(1);
  expect((await db.query('select distinct filed_fast from submissions')).rows).toEqual([
    { filed_fast: true },
  ]);
  // The solution is used up.
  expect((await fromPage(tools, goodRows(1, 31), { altcha })).status).toBe(428);
});

test('on an ordinary day nobody is challenged: no person who took some time, no program, no first table of a hundred', async ({
  db,
}) => {
  const sender = senderAt(db, '192.0.2.1', new Date());
  const tools = gatedBatchTools(db, { sender });
  expect((await fromPage(tools, goodRows(100), slow)).status).toBe(201);
  expect((await fileRows(gatedBatchTools(db), [programRow()], 'de-cu-mo-hinh')).status).toBe(201);
});

test('an address that filed more than an office does is asked with its next table, program or page, up to the hard limit', async ({
  db,
}) => {
  const sender = senderAt(db, '192.0.2.1', new Date());
  const tools = gatedBatchTools(db, { sender });
  await fromPage(tools, goodRows(100), slow);
  const asked = await fromPage(tools, goodRows(100, 101), slow);
  expect(asked.status).toBe(428);
  // What was asked and stored nothing was one try.
  expect(await counted(db)).toBe(101);
  const altcha = await solutionOf((await asked.json()).challenge);
  expect((await fromPage(tools, goodRows(100, 101), { ...slow, altcha })).status).toBe(201);
  expect(await counted(db)).toBe(201);
  const program = await fileRows(tools, [programRow()], 'de-cu-mo-hinh');
  expect(program.status).toBe(428);
  const solved = await solutionOf((await program.json()).challenge);
  expect((await fileRows(tools, [programRow()], 'de-cu-mo-hinh', { altcha: solved })).status).toBe(201);
  const last = await fromPage(tools, goodRows(100, 201), slow);
  const proven = { ...slow, altcha: await solutionOf((await last.json()).challenge) };
  const part = await fromPage(tools, goodRows(100, 201), proven);
  expect(part.status).toBe(207);
  expect((await codesOf(part)).filter(Boolean)).toHaveLength(96);
  // Too many is said before any work is asked for.
  expect((await fromPage(tools, goodRows(3, 400), slow)).status).toBe(429);
});

test('while an unusual number is stored each minute, tables are challenged but retries of filed ones are not', async ({
  db,
}) => {
  await fromPage(gatedBatchTools(db), goodRows(5), slow);
  const tools = gatedBatchTools(db, { submissionsAMinute: 5 });
  expect((await fromPage(tools, goodRows(5), slow)).status).toBe(201);
  expect((await fromPage(tools, goodRows(6), slow)).status).toBe(428);
  await db.query(`update submissions set received_at = received_at - interval '1 minute'`);
  expect((await fromPage(tools, goodRows(6), slow)).status).toBe(201);
});

test('a solution for a single form opens no table and the reverse; mistakes are reported before a challenge', async ({
  db,
}) => {
  const [table, single] = [gatedBatchTools(db), gatedTools(db)];
  const submission = goodNomination({ submissionKey: crypto.randomUUID(), tookMs: 900 });
  const ofSingle = await solutionOf((await (await file(single, submission)).json()).challenge);
  const ofTable = await solutionOf((await (await fromPage(table, goodRows(2))).json()).challenge);
  expect((await fromPage(table, goodRows(2), { altcha: ofSingle })).status).toBe(428);
  expect((await file(single, { ...submission, altcha: ofTable })).status).toBe(428);
  expect((await fromPage(table, [faultyCells('Thiếu')])).status).toBe(422);
  expect((await fromPage(table, goodRows(2), { contactName: '' })).status).toBe(422);
  expect(await countStored(db)).toBe(0);
});

test('a pass stays valid if PostgreSQL fails', async ({ db }) => {
  const tools = gatedBatchTools(db);
  const altcha = await solutionOf((await (await fromPage(tools, goodRows(3))).json()).challenge);
  for (const fault of storeFaults) {
    await arm(db, fault);
    expect((await fromPage(tools, goodRows(3), { altcha })).status, fault.name).toBe(503);
    await disarm(db);
  }
  expect((await fromPage(tools, goodRows(3), { altcha })).status).toBe(201);
});
