import { findStatus } from '../../../../src/filing/intake/store.ts';
import { findSubmission } from '../../../../src/filing/receipts/server/open-submission.ts';
import { getReceiptFile } from '../../../../src/filing/receipts/server/receipt-downloads.ts';
import { receiptKeys } from '../../../../src/filing/receipts/server/receipt-key.ts';
import { checkReceipt } from '../../../../src/filing/receipts/signing/check-receipt.ts';
import { readBroughtReceipt } from '../../../../src/filing/receipts/signing/read-receipt.ts';
import { statusPage } from '../../../../src/filing/status/server/status-pages.ts';
import { openDatabase } from '../../../../src/platform/postgres.ts';
import { newSigner } from '../../../fixtures/a-receipt.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { asForm, goodNomination } from '../../../fixtures/nominations.ts';

type Db = ReturnType<typeof openDatabase>;

const page = `<!doctype html><html><head><title>Đã nhận</title></head><body>
<div data-part="found" hidden><p data-slot="code"></p><p data-slot="state"></p>
<div data-part="filed" hidden><a data-receipt-file="pdf"></a><div data-answers></div></div>
<p data-part="closed" hidden>Chỉ có mã</p><p data-part="wrong-key" hidden>Khóa sai</p></div>
<p data-part="unknown" hidden>Không thấy</p></body></html>`;
const signer = newSigner();

const ask = (db: Db, address: string) =>
  statusPage(new Request(`http://localhost:8888${address}`), '/de-cu/da-nhan/', {
    find: (code) => findStatus(db, code),
    findSubmission: (code) => findSubmission(db, code),
    keys: receiptKeys(db),
    readPage: async () => page,
  });

const download = (db: Db, code: string, asked: string, signs: typeof signer | null = signer) => {
  const request = new Request(`http://localhost:8888/api/submissions/${code}/${asked}`);
  const [name = ''] = asked.split('?');
  const find = (wanted: string) => findSubmission(db, wanted);
  const tools = { find, keys: receiptKeys(db), signer: signs, siteUrl: 'https://thidua.example' };
  return getReceiptFile(request, { code, file: name }, tools);
};

async function fileOne(db: Db) {
  const answer = await file(intakeTools(db), goodNomination({ summary: '<b>Sơ lược</b> & thử' }));
  const { code, receiptUrl, proofUrl } = await answer.json();
  const { pathname, search } = new URL(receiptUrl);
  return { code, key: new URL(receiptUrl).searchParams.get('khoa') ?? '', path: pathname + search, proofUrl };
}

test('a browser is led to the receipt with its key, and a program is told the same addresses', async ({
  db,
}) => {
  const tools = intakeTools(db);
  const browser = await file(tools, asForm(goodNomination()));
  expect(browser.headers.get('location')).toMatch(/^\/de-cu\/da-nhan\/\?ma=DN\d\d-[\w-]+&khoa=[\w-]{22}$/);
  const { code, receiptUrl, proofUrl } = await (await file(tools, goodNomination({ name: 'Khác' }))).json();
  expect(receiptUrl).toContain(`/de-cu/da-nhan/?ma=${code}&khoa=`);
  expect(proofUrl).toContain(`/api/submissions/${code}/proof.pdf?khoa=`);
});

test('with the key the receipt shows the escaped answers and keeps its key out of the referrer', async ({
  db,
}) => {
  const { path, key, code } = await fileOne(db);
  const answer = await ask(db, path);
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(html).toContain('Tập thể thử');
  expect(html).toContain('&lt;b&gt;Sơ lược&lt;/b&gt; &amp; thử');
  expect(html).toContain(`/api/submissions/${code}/proof.pdf?khoa=${key}`);
  expect(answer.headers.get('referrer-policy')).toBe('strict-origin');
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('the code alone, or with a wrong key, shows the public state but no name and no answer', async ({
  db,
}) => {
  const { code, key } = await fileOne(db);
  const swapped = key.startsWith('A') ? `B${key.slice(1)}` : `A${key.slice(1)}`;
  const tries = ['', `&khoa=${swapped}`, '&khoa=', `&khoa=${key}A`, '&khoa=%00'];
  for (const tried of tries) {
    const answer = await ask(db, `/de-cu/da-nhan/?ma=${code}${tried}`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('Đã nhận');
    expect(html).not.toMatch(/Tập thể thử|Người liên hệ thử|Sơ lược|proof\.pdf/);
  }
});

test('an old submission shows with the questions that it answered', async ({ db }) => {
  const { code, path } = await fileOne(db);
  const { rows } = await db.query('select form, version from form_versions');
  expect(rows).toHaveLength(1);
  await db.query(
    `update form_versions set version = '0',
       questions = replace(questions::text, 'Tên tập thể được đề cử', 'Câu hỏi của bản cũ')::jsonb`,
  );
  await db.query(`update submissions set form_version = '0' where code = $1`, [code]);
  const html = await (await ask(db, path)).text();
  expect(html).toContain('Câu hỏi của bản cũ');
  expect(html).not.toContain('Tên tập thể được đề cử');
});

test('a submission without stored questions shows with the current ones', async ({ db }) => {
  const { path } = await fileOne(db);
  await db.query('delete from form_versions');
  expect(await (await ask(db, path)).text()).toContain('Tên tập thể được đề cử');
});

test('the receipt comes as PDF and as JSON, and the JSON is genuine', async ({ db }) => {
  const { code, key } = await fileOne(db);
  const pdf = await download(db, code, `proof.pdf?khoa=${key}`);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(pdf.headers.get('cache-control')).toBe('no-store');
  expect(await pdf.text()).toMatch(/^%PDF-/);
  const read = readBroughtReceipt(await (await download(db, code, `proof.json?khoa=${key}`)).text());
  const verdict = read && (await checkReceipt(read, [signer.publicKey]));
  expect(verdict).toMatchObject({ kind: 'genuine', statements: [{ code, form: 'de-cu-tap-the' }] });
});

test('a wrong key, an unknown code and another file all get the same 404', async ({ db }) => {
  const { code, key } = await fileOne(db);
  const answers = await Promise.all([
    download(db, code, 'proof.pdf'),
    download(db, code, `proof.json?khoa=${'A'.repeat(22)}`),
    download(db, 'DN26-0000-0000-00', `proof.pdf?khoa=${key}`),
    download(db, code, `proof.exe?khoa=${key}`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
});

test('with PostgreSQL down the receipt is 503, and the log holds no key', async ({ db }) => {
  const { code, key } = await fileOne(db);
  const nowhere = openDatabase('postgres://postgres@127.0.0.1:1/postgres');
  const said: unknown[] = [];
  const silent = console.error;
  console.error = (...words) => said.push(...words);
  const tools = {
    find: (wanted: string) => findSubmission(nowhere, wanted),
    keys: receiptKeys(db),
    signer: null,
  };
  const request = new Request(`http://localhost:8888/api/submissions/${code}/proof.json?khoa=${key}`);
  const answer = await getReceiptFile(
    request,
    { code, file: 'proof.json' },
    { ...tools, siteUrl: 'http://x.example' },
  );
  console.error = silent;
  expect(answer.status).toBe(503);
  expect(JSON.stringify(said)).not.toContain(key);
  await nowhere.end();
});

test('files of a receipt that are fetched too often are refused, and nothing is made for them', async ({
  db,
}) => {
  const { code, key } = await fileOne(db);
  for (const file of ['proof.pdf', 'proof.json', 'ho-so-de-nghi.zip']) {
    const request = new Request(`http://localhost:8888/api/submissions/${code}/${file}?khoa=${key}`);
    const counted: string[] = [];
    const answer = await getReceiptFile(
      request,
      { code, file },
      {
        find: (wanted) => findSubmission(db, wanted),
        keys: receiptKeys(db),
        signer,
        siteUrl: 'https://thidua.example',
        withinLimit: async (wanted) => counted.push(wanted) < 1,
      },
    );
    expect([answer.status, answer.headers.get('retry-after'), counted]).toEqual([429, '3600', [code]]);
  }
});
