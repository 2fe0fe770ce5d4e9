import {
  countSubmission,
  deletePastCounts,
  senderAt,
  submissionsAnHour,
} from '../../../../src/filing/abuse/server/submission-limit.ts';
import { storeSubmission } from '../../../../src/filing/intake/store.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { countStored, file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

test('an address that files without end is stopped with 429, and only for the hour', async ({ db }) => {
  const now = new Date('2026-11-22T10:30:00Z');
  await db.query(`insert into filing_counts values ('other', '2026-11-22T07:00:00Z', 9)`);
  const sender = senderAt(db, '192.0.2.1', now);
  const tools = intakeTools(db, {
    save: (submission) => storeSubmission(db, submission, { sender }),
    withinLimit: () => countSubmission(db, sender),
  });
  const allowed = await Promise.all(
    Array.from({ length: submissionsAnHour - 1 }, () => countSubmission(db, sender)),
  );
  expect(allowed.every(Boolean)).toBe(true);
  expect((await file(tools, goodNomination())).status).toBe(201);
  for (const submission of [goodNomination(), goodNomination({ name: '' })]) {
    const answer = await file(tools, submission);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60']);
  }
  expect(await countStored(db)).toBe(1);
  expect(await countSubmission(db, senderAt(db, '192.0.2.1', new Date('2026-11-22T11:00:00Z')))).toBe(true);
  const { rows } = await db.query('select address_digest from filing_counts');
  expect(JSON.stringify(rows)).not.toContain('192.0.2.1');
  await deletePastCounts(db);
  const { rows: kept } = await db.query('select address_digest from filing_counts');
  expect(kept.map((row) => row.address_digest)).not.toContain('other');
});
