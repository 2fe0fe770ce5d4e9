import { withdraw } from '../../../../src/filing/follow-up/withdraw.ts';
import { eraseSubmission } from '../../../../src/filing/privacy/erase.ts';
import { findSubmission, openedSubmission } from '../../../../src/filing/receipts/server/open-submission.ts';
import { receiptKeys } from '../../../../src/filing/receipts/server/receipt-key.ts';
import { receiptOf, receiptPdfOf } from '../../../../src/filing/receipts/server/receipt-of.ts';
import { checkReceipt, type Verdict } from '../../../../src/filing/receipts/signing/check-receipt.ts';
import { readBroughtReceipt } from '../../../../src/filing/receipts/signing/read-receipt.ts';
import type { Signer } from '../../../../src/filing/receipts/signing/server/signer.ts';
import {
  type SignedReceipt,
  seriesForPaper,
} from '../../../../src/filing/receipts/signing/signed-receipt.ts';
import { statementWords } from '../../../../src/filing/receipts/signing/statement-words.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { newSigner } from '../../../fixtures/a-receipt.ts';
import { answerWith } from '../../../fixtures/after-filing.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';
import { statusShown } from '../../../fixtures/status-page.ts';

const signer = newSigner();

const fileOne = async (db: Database): Promise<string> =>
  (await (await file(intakeTools(db), goodNomination({ size: '12', womenShare: '67' }))).json()).code;

async function receiptFor(db: Database, code: string, signs: Signer | null = signer): Promise<SignedReceipt> {
  const stored = await findSubmission(db, code);
  if (!stored) throw new Error(`No filing ${code}.`);
  return receiptOf(openedSubmission(stored), signs);
}

const verdictOn = async (
  brought: unknown,
  keys = [signer.publicKey],
): Promise<Verdict | { kind: 'unreadable' }> => {
  const read = readBroughtReceipt(typeof brought === 'string' ? brought : JSON.stringify(brought));
  return read ? checkReceipt(read, keys) : { kind: 'unreadable' };
};

const ask = (db: Database, ...fields: string[]) =>
  db.query(`update submissions set state = 'yeu-cau-bo-sung', asked = $1`, [fields]);

/** A submission that was corrected, supplemented and withdrawn. */
async function fileAndChange(db: Database): Promise<string> {
  const code = await fileOne(db);
  expect((await answerWith(db, code, { name: 'Tên đã sửa' })).status).toBe(201);
  await ask(db, 'achievements', 'womenShare');
  expect(
    (await answerWith(db, code, { achievements: 'Có số liệu.', xoaTraLoi: ['womenShare'] })).status,
  ).toBe(201);
  expect(await withdraw(db, code)).toBe('done');
  return code;
}

test('a receipt is never rewritten: each change is a statement of its own, linked and signed', async ({
  db,
}) => {
  const code = await fileOne(db);
  const before = await receiptFor(db, code);
  await answerWith(db, code, { name: 'Tên đã sửa' });
  await ask(db, 'achievements', 'womenShare');
  await answerWith(db, code, { achievements: 'Có số liệu.', womenShare: '70' });
  await withdraw(db, code);
  const after = await receiptFor(db, code);
  expect(after).toMatchObject({
    statement: before.statement,
    signature: before.signature,
    answers: before.answers,
  });
  expect(
    after.statements.map(({ statement }) => statementWords(statement).replace(/lúc.*?2\d\d\d/, '')),
  ).toEqual(['Nhận phiếu ', 'Sửa : Đối tượng', 'Bổ sung : Tỷ lệ nữ (%), Thành tích', 'Rút phiếu ']);
  expect(seriesForPaper(after).map(({ kind, labels }) => [kind, labels])).toEqual([
    ['Sửa', ['Đối tượng']],
    ['Bổ sung', ['Tỷ lệ nữ (%)', 'Thành tích']],
    ['Rút phiếu', []],
  ]);
  expect(await verdictOn(after)).toMatchObject({ kind: 'genuine', statements: { length: 4 } });
  expect(await verdictOn(before)).toMatchObject({ kind: 'genuine', statements: { length: 1 } });
  expect(JSON.stringify(after.statements[0]?.answers)).toContain('Tập thể thử');
  expect(JSON.stringify(after.statements.at(-1)?.answers)).toContain('Tên đã sửa');
});

test('page, PDF and a signature alone show the series', async ({ db }) => {
  const code = await fileAndChange(db);
  const shown = await statusShown(db, `?ma=${code}&khoa=${receiptKeys(db).of(code)}`, '/de-cu/da-nhan/');
  expect(shown.statements).toHaveLength(4);
  expect(shown.statements[2]).toMatch(/^Bổ sung lúc \d\d:\d\d ngày .*: Tỷ lệ nữ \(%\), Thành tích$/);
  expect(shown.html).toContain('Có số liệu.');
  expect(shown.html).not.toContain('Tập thể thử');
  const stored = await findSubmission(db, code);
  const pdf =
    stored && (await receiptPdfOf(openedSubmission(stored), { signer, siteUrl: 'https://x.example' }));
  expect(await verdictOn(Buffer.from(pdf ?? []).toString('utf8'))).toMatchObject({
    kind: 'genuine',
    statements: { length: 4 },
  });
  const { statements } = await receiptFor(db, code);
  for (const { signature, statement } of statements)
    expect(await verdictOn(signature ?? '')).toEqual({ kind: 'genuine', statements: [statement] });
});

test('a submission supplemented before statements existed: the earlier answers show what was filed', async ({
  db,
}) => {
  const code = await fileOne(db);
  const before = await receiptFor(db, code);
  await ask(db, 'achievements', 'size');
  await answerWith(db, code, { achievements: 'Có số liệu.', size: '15' });
  const after = await receiptFor(db, code);
  await db.query('delete from statements');
  expect(await receiptFor(db, code)).toEqual(after);
  expect(after.statement).toEqual(before.statement);
});

test('another key, and other words for answers, change no statement', async ({ db }) => {
  const code = await fileAndChange(db);
  const before = await receiptFor(db, code);
  await db.query(
    `update form_versions set questions = replace(questions::text, 'Thành tích', 'Câu khác')::jsonb`,
  );
  const other = newSigner();
  const after = await receiptFor(db, code, other);
  expect(after.statements.map(({ statement }) => statement)).toEqual(
    before.statements.map(({ statement }) => statement),
  );
  expect(await verdictOn(after, [other.publicKey])).toMatchObject({ kind: 'genuine' });
  expect(await verdictOn(before, [other.publicKey, signer.publicKey])).toMatchObject({ kind: 'genuine' });
  expect(await verdictOn(await receiptFor(db, code, null))).toEqual({ kind: 'unsigned' });
});

test('erasing a submission deletes its statements', async ({ db }) => {
  const code = await fileAndChange(db);
  await eraseSubmission(db, code, 'yeu-cau');
  expect((await db.query('select from statements')).rowCount).toBe(0);
});

type Path = readonly (string | number)[];

/** Every place in a JSON value that holds a text or a number. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, part]) => placesIn(part, [...path, name]));
}

function changedAt(value: unknown, [name, ...more]: Path): unknown {
  if (name === undefined) return typeof value === 'number' ? value + 1 : `${String(value)}x`;
  if (Array.isArray(value))
    return value.map((part, index) => (String(index) === name ? changedAt(part, more) : part));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === name ? changedAt(part, more) : part]),
  );
}

test('a changed receipt is refused, or the changed part is not called signed', async ({ db }) => {
  const real = await receiptFor(db, await fileAndChange(db));
  const genuine = await verdictOn(real);
  if (genuine.kind !== 'genuine') throw new Error('The real one is refused.');
  const places = placesIn(real);
  expect(places.length).toBeGreaterThan(60);
  const passed: string[] = [];
  for (const place of places) {
    const verdict = await verdictOn(changedAt(real, place));
    if (verdict.kind !== 'genuine') continue;
    // Of a file that is none, a signature in it may still be checked alone.
    expect(genuine.statements, place.join('.')).toEqual(expect.arrayContaining([...verdict.statements]));
    passed.push(place.join('.'));
  }
  // The page takes the name of the form from the site: see verify-receipt.ts.
  expect(passed).toEqual(['proof', 'title']);
});

test('a series with a statement missing, moved, doubled or of another submission is refused; cut at its end, it says less', async ({
  db,
}) => {
  const real = await receiptFor(db, await fileAndChange(db));
  const [first, second, third, last] = real.statements;
  const other = await (async () => {
    const answers = goodNomination({ name: 'Khác' });
    return receiptFor(db, (await (await file(intakeTools(db), answers)).json()).code);
  })();
  for (const statements of [
    [first, third, last],
    [first, third, second, last],
    [first, second, second, third, last],
    [first, ...other.statements],
    [second, third, last],
    [],
  ])
    expect((await verdictOn({ ...real, statements })).kind).toMatch(/changed|unreadable/);
  expect(await verdictOn({ ...real, statements: [first, second] })).toMatchObject({
    statements: { length: 2 },
  });
  const { statements: _, ...old } = real;
  expect(await verdictOn(old)).toMatchObject({ kind: 'genuine', statements: { length: 1 } });
});
