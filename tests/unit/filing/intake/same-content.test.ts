import { senderAt } from '../../../../src/filing/abuse/server/submission-limit.ts';
import { type NewSubmission, storeSubmission } from '../../../../src/filing/intake/store.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { countStored, file, intakeTools } from '../../../fixtures/intake.ts';
import { asForm, goodNomination } from '../../../fixtures/nominations.ts';

/** Files from a page of its own: every page makes another key. */
async function fileFrom(db: Database, changes: Record<string, unknown> = {}) {
  const answers = goodNomination({ submissionKey: crypto.randomUUID(), ...changes });
  const { code, receiptUrl } = await (await file(intakeTools(db), answers)).json();
  return { code: String(code), isRepeat: String(receiptUrl).endsWith('&da-gui=1') };
}

test('the same answers from another page get the first receipt and are told so', async ({ db }) => {
  const first = await fileFrom(db);
  expect(first.isRepeat).toBe(false);
  expect(await fileFrom(db)).toEqual({ code: first.code, isRepeat: true });
  const withoutScript = await file(intakeTools(db), asForm(goodNomination()));
  expect(withoutScript.headers.get('location')).toContain(first.code);
  expect(await countStored(db)).toBe(1);
});

test('twenty pages that send the same answers at once store one submission', async ({ db }) => {
  const filed = await Promise.all(Array.from({ length: 20 }, () => fileFrom(db)));
  expect(new Set(filed.map(({ code }) => code)).size).toBe(1);
  expect(filed.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
  expect(await countStored(db)).toBe(1);
});

test('a change of an answer, the contact or a consent makes another submission', async ({ db }) => {
  const first = await fileFrom(db);
  const others = [
    { achievements: 'Thành tích thử, chuyển đổi số' },
    { contactName: 'Người khác' },
    { contactPhone: '0251 0000 001' },
    { contactEmail: 'nguoi.thu@donvi.example' },
    { publicConsent: true },
    { indicators: [{ name: 'Giờ', before: '9', after: '5' }] },
  ];
  const codes = new Set([first.code]);
  for (const changes of others) {
    const { code, isRepeat } = await fileFrom(db, changes);
    expect(isRepeat).toBe(false);
    codes.add(code);
  }
  expect(codes.size).toBe(others.length + 1);
});

test('after a day the same words are a new submission, which the next repeat then finds', async ({ db }) => {
  const first = await fileFrom(db);
  await db.query(`update submissions set received_at = now() - interval '25 hours'`);
  const again = await fileFrom(db);
  expect(again).toEqual({ code: expect.not.stringContaining(first.code), isRepeat: false });
  expect(await fileFrom(db)).toEqual({ code: again.code, isRepeat: true });
  expect(await countStored(db)).toBe(2);
});

for (const script of [true, false]) {
  test(`what was withdrawn is filed anew, ${script ? 'with' : 'without'} script`, async ({ db }) => {
    const send = async () => {
      if (script) return (await fileFrom(db)).code;
      const answer = await file(intakeTools(db), asForm(goodNomination()));
      return new URL(answer.headers.get('location') ?? '', 'http://localhost').searchParams.get('ma');
    };
    const withdrawn = await send();
    await db.query(`update submissions set state = 'rut-de-cu'`);
    const anew = await send();
    expect(anew).not.toBe(withdrawn);
    expect(await send()).toBe(anew);
    expect(await countStored(db)).toBe(2);
  });
}

test('a used key gets its own receipt, whatever other submission has the same answers', async ({ db }) => {
  const submissionKey = crypto.randomUUID();
  const mine = await fileFrom(db, { submissionKey });
  await db.query(`update submissions set state = 'rut-de-cu'`);
  const other = await fileFrom(db);
  expect(other.code).not.toBe(mine.code);
  expect(await fileFrom(db, { submissionKey })).toEqual({ code: mine.code, isRepeat: false });
});

test('a repeat that is over the limit changes nothing in the submission that it repeats', async ({ db }) => {
  const { code } = await fileFrom(db);
  await db.query(`update submissions set received_at = now() - interval '25 hours'`);
  const before = await db.query('select submission_key, content_digest from submissions');
  const sender = senderAt(db, '192.0.2.7', new Date());
  await db.query('insert into filing_counts (address_digest, hour, filings) values ($1, $2, 100000)', [
    sender.digest,
    sender.hour,
  ]);
  const save = (submission: NewSubmission) => storeSubmission(db, submission, { sender });
  const answers = goodNomination({ submissionKey: crypto.randomUUID() });
  expect((await file(intakeTools(db, { save }), answers)).status).toBe(429);
  expect((await db.query('select submission_key, content_digest from submissions')).rows).toEqual(
    before.rows,
  );
  expect(await countStored(db), code).toBe(1);
});
