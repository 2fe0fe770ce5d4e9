import { sendCopies } from '../../../../src/filing/mail/send-copies.ts';
import { eraseSubmission } from '../../../../src/filing/privacy/erase.ts';
import { exportSubmission } from '../../../../src/filing/privacy/export.ts';
import { syncOnce } from '../../../fixtures/back-office.ts';
import { expect } from '../../../fixtures/database.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { fileWithMail, mailTools, outbox, test } from '../../../fixtures/mail.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

test('the sync sends it, beside what goes to Airtable; without a mail server nothing is put aside and nothing breaks', async ({
  db,
  server,
  standIn,
}) => {
  await file(intakeTools(db), goodNomination({ contactEmail: 'nguoi.thu@donvi.example' }));
  expect(await outbox(db)).toEqual([]);
  expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 1, mailed: 0, problems: [] });
  await fileWithMail(db, { name: 'Tập thể hai' });
  const mail = mailTools(db, server.url);
  expect(await syncOnce(db, standIn, { mail })).toMatchObject({ delivered: 1, mailed: 1, problems: [] });
});

test('who left no address gets no copy, and a retry of a submission puts no second one into the outbox', async ({
  db,
}) => {
  await fileWithMail(db, { contactEmail: undefined });
  expect(await outbox(db)).toEqual([]);
  const submissionKey = crypto.randomUUID();
  const codes = await Promise.all(Array.from({ length: 5 }, () => fileWithMail(db, { submissionKey })));
  expect(new Set(codes).size).toBe(1);
  expect(await outbox(db)).toHaveLength(1);
});

test('two syncs at once send each copy once', async ({ db, server }) => {
  for (let time = 0; time < 6; time += 1) await fileWithMail(db, { name: `Tập thể ${time}` });
  const tools = mailTools(db, server.url);
  const reports = await Promise.all([sendCopies(db, tools), sendCopies(db, tools)]);
  expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(6);
  expect(new Set(server.arrived.map(({ mail }) => mail.messageId)).size).toBe(6);
  expect(server.arrived).toHaveLength(6);
});

test('nobody’s address is flooded: after twenty copies within the hour the others wait', async ({
  db,
  server,
}) => {
  for (let time = 0; time < 21; time += 1) await fileWithMail(db, { name: `Tập thể ${time}` });
  const tools = mailTools(db, server.url);
  for (let run = 0; run < 3; run += 1) await sendCopies(db, tools);
  expect(server.arrived).toHaveLength(20);
  await fileWithMail(db, { name: 'Tập thể khác', contactEmail: 'nguoi.khac@donvi.example' });
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 1 });
  await db.query(`update receipt_copies set sent_at = sent_at - interval '1 hour'`);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 1 });
});

test('what was erased before it was sent is sent nowhere; until then it is told of with the rest', async ({
  db,
  server,
}) => {
  const code = await fileWithMail(db);
  expect(await exportSubmission(db, code)).toMatchObject({ copy: { attempts: 0, sent_at: null } });
  await eraseSubmission(db, code, 'yeu-cau');
  expect(await sendCopies(db, mailTools(db, server.url))).toMatchObject({ sent: 0, givenUp: [] });
  expect(server.arrived).toEqual([]);
  expect(await outbox(db)).toEqual([]);
});

test('no letter begins when the run that sends it may begin nothing more', async ({ db, server }) => {
  await fileWithMail(db);
  const tools = mailTools(db, server.url);
  const late = new Date(Date.now() + 5_000);
  expect(await sendCopies(db, { ...tools, lastStart: late })).toMatchObject({ sent: 0 });
  expect(await sendCopies(db, { ...tools, lastStart: new Date(Date.now() + 22_000) })).toMatchObject({
    sent: 1,
  });
});
