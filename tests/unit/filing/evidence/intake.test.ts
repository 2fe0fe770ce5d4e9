import { senderAt } from '../../../../src/filing/abuse/server/submission-limit.ts';
import { keptFileValue, tokenIn } from '../../../../src/filing/definitions/uploaded-file.ts';
import { deleteUnwanted } from '../../../../src/filing/evidence/server/delete-unfiled.ts';
import { postEvidence } from '../../../../src/filing/evidence/server/post-evidence.ts';
import { postForm } from '../../../../src/filing/intake/post-form.ts';
import { storeSubmission } from '../../../../src/filing/intake/store.ts';
import { eraseSubmission } from '../../../../src/filing/privacy/erase.ts';
import { exportSubmission } from '../../../../src/filing/privacy/export.ts';
import { findSubmission, openSubmission } from '../../../../src/filing/receipts/server/open-submission.ts';
import { receiptKeys } from '../../../../src/filing/receipts/server/receipt-key.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { keep } from '../../../fixtures/evidence.ts';
import { filedFiles, pdf, setUp } from '../../../fixtures/evidence-intake.ts';
import { countStored, file } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

test('files are filed with their form in the order given: in the answers their names, sizes and digests', async ({
  db,
}) => {
  const { files, tools } = setUp(db);
  const values = [await keep(files, pdf('b.pdf')), await keep(files, pdf('a.pdf', '% other'))];
  const { code } = await (await file(tools, goodNomination({ files: values }))).json();
  expect(await filedFiles(db)).toEqual([
    { name: 'b.pdf', code, place: 1 },
    { name: 'a.pdf', code, place: 2 },
  ]);
  const keys = receiptKeys(db);
  const opened = await openSubmission(code, keys.of(code), { find: (one) => findSubmission(db, one), keys });
  const shown = new Map(opened?.answers.flatMap(([, asked]) => asked)).get('Tệp minh chứng') ?? '';
  expect(shown).toMatch(/^b\.pdf \(1 KB\), SHA-256 [\da-f]{16}…\na\.pdf \(1 KB\), SHA-256 [\da-f]{16}…$/);
  expect(shown).not.toContain(tokenIn(values[0] ?? ''));
  // Filed, it is no longer its sender's to take out.
  const headers = { authorization: `Bearer ${tokenIn(values[0] ?? '')}` };
  const taken = await postEvidence(
    new Request('http://localhost:8888/', { method: 'DELETE', headers }),
    files,
  );
  expect(taken.status).toBe(409);
});

test('a retry finds the first receipt; another submission does not get the same file', async ({ db }) => {
  const { files, tools } = setUp(db);
  const answers = goodNomination({
    files: [await keep(files, pdf('a.pdf'))],
    submissionKey: crypto.randomUUID(),
  });
  const [first, second] = [await file(tools, answers), await file(tools, answers)];
  expect((await second.json()).code).toBe((await first.json()).code);
  const other = await file(tools, {
    ...answers,
    name: 'Tập thể khác',
    submissionKey: crypto.randomUUID(),
  });
  expect(other.status).toBe(422);
  expect((await other.json()).errors).toMatchObject([{ field: 'files', message: /hồ sơ khác/ }]);
  expect(await countStored(db)).toBe(1);
  // Two tries at the same moment make one row.
  const twice = goodNomination({
    files: [await keep(files, pdf('b.pdf'))],
    submissionKey: crypto.randomUUID(),
  });
  const codes = await Promise.all([1, 2, 3].map(async () => (await (await file(tools, twice)).json()).code));
  expect(new Set(codes).size).toBe(1);
});

test('files that are unknown, removed, of another form or too many are refused', async ({ db }) => {
  const { files, tools } = setUp(db);
  const errors = async (value: unknown) => {
    const answer = await file(tools, goodNomination({ files: value }));
    expect(answer.status).toBe(422);
    return (await answer.json()).errors;
  };
  const forged = keptFileValue({ token: 'x'.repeat(43), name: 'giả.pdf', bytes: 9, until: new Date() });
  expect(await errors([forged])).toMatchObject([{ field: 'files', message: /giả\.pdf không còn được giữ/ }]);
  const facts = { name: 'giả.pdf', kind: 'pdf', bytes: 9, sha256: 'f'.repeat(64) };
  expect(await errors([facts])).toMatchObject([{ field: 'files', message: 'Có tệp không đúng dạng.' }]);
  const other = await keep(files, pdf('a.pdf'), 'ap-dung');
  expect(await errors(other)).toMatchObject([{ field: 'files' }]);
  const out = await keep(files, pdf('a.pdf'));
  await files.remove(tokenIn(out));
  expect(await errors(out)).toMatchObject([{ field: 'files' }]);
  const four = await Promise.all([1, 2, 3, 4].map((n) => keep(files, pdf(`${n}.pdf`))));
  expect(await errors(four)).toMatchObject([{ field: 'files', message: 'Tối đa ba tệp.' }]);
  expect(await countStored(db)).toBe(0);
});

test('a form without the question for files takes none, and no form takes a file in another control', async ({
  db,
}) => {
  const { tools } = setUp(db);
  const body = new FormData();
  body.append('newFiles', pdf('a.pdf'));
  const headers = { accept: 'application/json' };
  const post = (form: string, sent: FormData) =>
    postForm(new Request('http://localhost:8888/', { method: 'POST', body: sent, headers }), form, tools);
  expect((await post('phan-hoi', body)).status).toBe(400);
  const elsewhere = new FormData();
  elsewhere.append('name', pdf('a.pdf'));
  expect((await post('de-cu-tap-the', elsewhere)).status).toBe(400);
});

test('a sender over the limit files nothing, and the uploads stay available', async ({ db }) => {
  const sender = senderAt(db, '192.0.2.1', new Date());
  const { files, tools } = setUp(db, { save: (submission) => storeSubmission(db, submission, { sender }) });
  const value = await keep(files, pdf('a.pdf'));
  await file(tools, goodNomination({ files: value }));
  await db.query('update filing_counts set filings = 100000 where address_digest = $1', [sender.digest]);
  const next = await keep(files, pdf('b.pdf'));
  expect((await file(tools, goodNomination({ name: 'Khác', files: next }))).status).toBe(429);
  expect(await filedFiles(db)).toHaveLength(1);
  expect((await files.find('de-cu-tap-the', [])).size).toBe(0);
  await db.query('delete from filing_counts');
  expect((await file(tools, goodNomination({ name: 'Khác', files: next }))).status).toBe(201);
});

test('the export of a code names its files; erasing the code deletes their bytes and names', async ({
  db,
}) => {
  const { blobs, files, tools } = setUp(db);
  const value = await keep(files, pdf('Nguyễn Văn Thử.pdf'));
  const unfiled = await keep(files, pdf('khác.pdf'));
  const { code } = await (await file(tools, goodNomination({ files: value }))).json();
  const [id] = [...blobs.held.keys()];
  expect(await exportSubmission(db, code)).toMatchObject({
    files: [{ blob: `evidence/${id}`, name: 'Nguyễn Văn Thử.pdf', kind: 'pdf' }],
  });
  expect(await eraseSubmission(db, code, 'yeu-cau')).toBe(true);
  expect(JSON.stringify((await db.query('select * from evidence_files')).rows)).not.toContain('Nguyễn');
  expect((await file(tools, goodNomination({ files: value }))).status).toBe(422);
  await deleteUnwanted(db, blobs);
  expect([...blobs.held.keys()]).not.toContain(id);
  expect((await file(tools, goodNomination({ files: unfiled }))).status).toBe(201);
});
