import { parseHTML } from 'linkedom';
import { filingFiles } from '../../../src/evidence/filing-files.ts';
import { postEvidence } from '../../../src/evidence/post-evidence.ts';
import { deleteUnwanted } from '../../../src/evidence/tidy.ts';
import { eraseSubmission } from '../../../src/personal-data/erase.ts';
import { exportSubmission } from '../../../src/personal-data/export.ts';
import { keptFileValue, tokenIn } from '../../../src/schemas/forms/kept-file.ts';
import { findFiling, openFiling } from '../../../src/submissions/filing.ts';
import { type FilingTools, postForm } from '../../../src/submissions/post-form.ts';
import { receiptKeys } from '../../../src/submissions/receipt-key.ts';
import { saveSubmission } from '../../../src/submissions/store.ts';
import { senderAt } from '../../../src/submissions/filing-limit.ts';
import type { Database } from '../../../src/postgres.ts';
import { expect, test } from '../../fixtures/database.ts';
import { aFile, aPdf, keep } from '../../fixtures/evidence.ts';
import { file, filingTools } from '../../fixtures/filing.ts';
import { memoryBlobs } from '../../fixtures/memory-blobs.ts';
import { asForm, goodNomination } from '../../fixtures/nominations.ts';

const page = `<!doctype html><html lang="vi"><head><title>Đề cử</title></head><body><form data-form>
<div data-error-summary hidden><h2 data-summary-title></h2><p data-summary-detail></p><ul data-summary-list></ul></div>
<input id="contactName" name="contactName">
<fieldset data-field="files"><p data-error hidden></p><ul data-kept-files hidden></ul><input type="file" id="newFiles" name="newFiles"></fieldset>
</form></body></html>`;

function setUp(db: Database, changes: Partial<FilingTools> = {}) {
  const blobs = memoryBlobs();
  const files = filingFiles(db, blobs, '');
  const tools = filingTools(db, { files, readPage: async () => page, ...changes });
  return { blobs, files, tools };
}

const pdf = (name: string, objects = '') => aFile(aPdf(objects), name);

/** As a browser without script sends the form. */
function byHand(
  tools: FilingTools,
  answers: Record<string, unknown>,
  chosen: readonly File[],
): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of asForm(answers)) body.append(name, value);
  if (chosen.length === 0) body.append('newFiles', new File([], ''));
  for (const one of chosen) body.append('newFiles', one);
  const headers = { accept: 'text/html' };
  return postForm(
    new Request('http://localhost:8888/', { method: 'POST', body, headers }),
    'de-cu-tap-the',
    tools,
  );
}

const valuesOn = (html: string) =>
  [...parseHTML(html).document.querySelectorAll('[name="files"]')].map(
    (one) => one.getAttribute('value') ?? '',
  );
const filed = async (db: Database) =>
  (await db.query('select name, code, place from evidence_files where code is not null order by code, place'))
    .rows;

test('files are filed with their form in the order given: in the answers their names, sizes and digests', async ({
  db,
}) => {
  const { files, tools } = setUp(db);
  const values = [await keep(files, pdf('b.pdf')), await keep(files, pdf('a.pdf', '% other'))];
  const { code } = await (await file(tools, goodNomination({ files: values }))).json();
  expect(await filed(db)).toEqual([
    { name: 'b.pdf', code, place: 1 },
    { name: 'a.pdf', code, place: 2 },
  ]);
  const keys = receiptKeys(db);
  const opened = await openFiling(code, keys.of(code), { find: (one) => findFiling(db, one), keys });
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

test('a retry finds the first receipt; another filing does not get the same file', async ({ db }) => {
  const { files, tools } = setUp(db);
  const answers = goodNomination({
    files: [await keep(files, pdf('a.pdf'))],
    submissionKey: crypto.randomUUID(),
  });
  const [first, second] = [await file(tools, answers), await file(tools, answers)];
  expect((await second.json()).code).toBe((await first.json()).code);
  const other = await file(tools, { ...answers, submissionKey: crypto.randomUUID() });
  expect(other.status).toBe(422);
  expect((await other.json()).errors).toMatchObject([{ field: 'files', message: /hồ sơ khác/ }]);
  expect((await db.query('select 1 from submissions')).rowCount).toBe(1);
  // Two tries at the same moment make one row.
  const twice = goodNomination({
    files: [await keep(files, pdf('b.pdf'))],
    submissionKey: crypto.randomUUID(),
  });
  const codes = await Promise.all([1, 2, 3].map(async () => (await (await file(tools, twice)).json()).code));
  expect(new Set(codes).size).toBe(1);
});

test('what was never uploaded, was taken out, is of another form or is too much is refused', async ({
  db,
}) => {
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
  await files.takeOut(tokenIn(out));
  expect(await errors(out)).toMatchObject([{ field: 'files' }]);
  const four = await Promise.all([1, 2, 3, 4].map((n) => keep(files, pdf(`${n}.pdf`))));
  expect(await errors(four)).toMatchObject([{ field: 'files', message: 'Tối đa ba tệp.' }]);
  expect((await db.query('select 1 from submissions')).rowCount).toBe(0);
});

test('without script: files are kept over a mistake elsewhere, taken out by a box, and need not be sent again', async ({
  db,
}) => {
  const { blobs, tools } = setUp(db);
  const wrong = goodNomination({ contactName: undefined });
  const name = '<script>alert(1)<\\x>"&.pdf';
  const first = await byHand(tools, wrong, [
    pdf(name),
    pdf('hai.pdf', '% 2'),
    aFile(new Uint8Array([77, 90]), 'ba.exe'),
  ]);
  expect(first.status).toBe(422);
  const html = await first.text();
  expect(html).toContain('“ba.exe”: Chỉ nhận tệp PDF');
  expect(html).toContain('Nhập “Người liên hệ”');
  expect(html).not.toContain('<script>alert');
  const values = valuesOn(html);
  expect(values).toHaveLength(2);
  expect(blobs.held.size).toBe(2);
  const again = goodNomination({ files: values, dropFiles: [tokenIn(values[0] ?? '')] });
  const second = await byHand(tools, again, []);
  expect(second.status).toBe(303);
  expect(await filed(db)).toMatchObject([{ name: 'hai.pdf', place: 1 }]);
  await deleteUnwanted(db, blobs);
  expect(blobs.held.size).toBe(1);
});

test('without script: the same form with the same files sent twice is one filing; a fourth file is not taken', async ({
  db,
}) => {
  const { tools } = setUp(db);
  const three = [1, 2, 3].map((n) => pdf(`${n}.pdf`, `% ${n}`));
  const [first, second] = [
    await byHand(tools, goodNomination(), three),
    await byHand(tools, goodNomination(), three),
  ];
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(second.headers.get('location')).toBe(first.headers.get('location'));
  expect((await db.query('select 1 from submissions')).rowCount).toBe(1);
  const four = await byHand(tools, goodNomination({ name: 'Tập thể khác' }), [...three, pdf('4.pdf')]);
  expect(four.status).toBe(422);
  expect(await four.text()).toContain('“4.pdf”: đã đủ ba tệp');
});

test('without script: a button keeps the chosen files and files nothing yet', async ({ db }) => {
  const { tools } = setUp(db);
  const kept = await byHand(tools, goodNomination({ keepFiles: '1' }), [pdf('a.pdf')]);
  expect(kept.status).toBe(200);
  const html = await kept.text();
  expect(valuesOn(html)).toHaveLength(1);
  expect(html).toContain('Đã cập nhật danh sách tệp');
  expect((await db.query('select 1 from submissions')).rowCount).toBe(0);
});

test('a form without that question takes no file, nor does any in another control', async ({ db }) => {
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

test('a sender over its limit files nothing, and its files stay to be filed', async ({ db }) => {
  const sender = senderAt(db, '192.0.2.1', new Date());
  const { files, tools } = setUp(db, { save: (submission) => saveSubmission(db, submission, sender) });
  const value = await keep(files, pdf('a.pdf'));
  await file(tools, goodNomination({ files: value }));
  await db.query('update filing_counts set filings = 100000');
  const next = await keep(files, pdf('b.pdf'));
  expect((await file(tools, goodNomination({ name: 'Khác', files: next }))).status).toBe(429);
  expect(await filed(db)).toHaveLength(1);
  expect((await files.find('de-cu-tap-the', [])).size).toBe(0);
  await db.query('delete from filing_counts');
  expect((await file(tools, goodNomination({ name: 'Khác', files: next }))).status).toBe(201);
});

test('what is held about a code names its files; erasing it takes them, bytes and names', async ({ db }) => {
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
