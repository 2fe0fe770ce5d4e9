import { batchList, batchReceipt } from '../../../../src/filing/batches/server/batch-receipt.ts';
import { findBatch } from '../../../../src/filing/batches/server/store.ts';
import { submissionAccess } from '../../../../src/filing/follow-up/access.ts';
import { getWithdrawalPage } from '../../../../src/filing/follow-up/post-withdrawal.ts';
import { supplementPage } from '../../../../src/filing/follow-up/supplement-page.ts';
import { findStatus } from '../../../../src/filing/intake/store.ts';
import { findSubmission } from '../../../../src/filing/receipts/server/open-submission.ts';
import { newReceiptCode } from '../../../../src/filing/receipts/server/receipt-code.ts';
import { getReceiptFile } from '../../../../src/filing/receipts/server/receipt-downloads.ts';
import { receiptKeys } from '../../../../src/filing/receipts/server/receipt-key.ts';
import { getStatus } from '../../../../src/filing/status/server/status.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import {
  answerWith,
  askToWithdraw,
  supplementTools,
  withdrawalTools,
} from '../../../fixtures/after-filing.ts';
import { test as base, expect } from '../../../fixtures/database.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';
import { statusShown } from '../../../fixtures/status-page.ts';

/** What was filed, or written by staff: none of it is for who holds the code alone. */
const secrets = /Tập thể thử|Người liên hệ thử|Thành tích thử|0251|lien\.he|Số liệu chưa khớp/;

/** A submission that staff asked about. */
const test = base.extend<{ code: string }>({
  code: async ({ db }, use) => {
    const answers = goodNomination({ contactEmail: 'lien.he@donvi.example' });
    const { code } = await (await file(intakeTools(db), answers)).json();
    await db.query(
      `update submissions set state = 'yeu-cau-bo-sung', guidance = 'Số liệu chưa khớp.', asked = '{achievements}'`,
    );
    await use(code);
  },
});

const site = 'http://localhost:8888';
const download = (db: Database, code: string, path: string) => {
  const request = new Request(`${site}/api/submissions/${code}/${path}`);
  const tools = {
    find: (one: string) => findSubmission(db, one),
    keys: receiptKeys(db),
    signer: null,
    siteUrl: site,
  };
  return getReceiptFile(request, { code, file: path.split('?')[0] ?? '' }, tools);
};
const batchTools = (db: Database) => ({
  find: (batch: string) => findBatch(db, batch),
  readPage: async () => '<!doctype html><html><head><title>Đã nhận</title></head><body></body></html>',
  keys: receiptKeys(db),
});
const query = (code: string, key: string, more = '') =>
  code === '' ? more : `?ma=${code}${key === '' ? '' : `&khoa=${encodeURIComponent(key)}`}${more}`;

/** Every address that takes a code. */
const addresses: Record<string, (db: Database, code: string, key: string) => Promise<Response>> = {
  status: async (db, code, key) => {
    const { status, html } = await statusShown(db, query(code, key));
    return new Response(html, { status });
  },
  receipt: async (db, code, key) => {
    const { status, html } = await statusShown(db, query(code, key), '/de-cu/da-nhan/');
    return new Response(html, { status });
  },
  json: (db, code) =>
    getStatus(new Request(`${site}/api/submissions/${code}`), code, (one) => findStatus(db, one)),
  questions: (db, code, key) =>
    supplementPage(new Request(`${site}/bo-sung/${query(code, key)}`), supplementTools(db)),
  answering: (db, code, key) => answerWith(db, code, {}, { key }),
  withdrawal: (db, code, key) =>
    getWithdrawalPage(new Request(`${site}/rut-phieu/${query(code, key)}`), withdrawalTools(db)),
  withdrawing: (db, code, key) => askToWithdraw(db, { ma: code, khoa: key }),
  'proof.json': (db, code, key) => download(db, code, `proof.json?khoa=${encodeURIComponent(key)}`),
  'proof.pdf': (db, code, key) => download(db, code, `proof.pdf?khoa=${encodeURIComponent(key)}`),
  table: (db, code, key) =>
    batchReceipt(new Request(`${site}/de-cu/nhieu/da-nhan/?lo=${code}&khoa=${key}`), batchTools(db)),
  'list of a table': (db, code, key) =>
    batchList(
      new Request(`${site}/api/batch-receipts/ma-ho-so.csv?lo=${code}&khoa=${key}`),
      'ma-ho-so.csv',
      batchTools(db),
    ),
};

/** Status with nothing, an unknown code, the code, the code with a wrong key, the code with its key; “!”: secrets are shown. */
const expected: Record<keyof typeof addresses, string> = {
  status: '200 404 200 200 200!',
  receipt: '200 404 200 200 200!',
  json: '404 404 200 200 200',
  questions: '200 200 200 404 200!',
  answering: '404 404 404 404 422',
  withdrawal: '200 200 200 404 200',
  withdrawing: '422 422 422 422 200',
  'proof.json': '404 404 404 404 200!',
  'proof.pdf': '404 404 404 404 200!',
  table: '200 404 404 404 404',
  'list of a table': '404 404 404 404 404',
};

for (const [name, ask] of Object.entries(addresses)) {
  test(`${name}: the code shows the state and nothing else, the key opens`, async ({ db, code }) => {
    const key = receiptKeys(db).of(code);
    const wrong = key.startsWith('A') ? `B${key.slice(1)}` : `A${key.slice(1)}`;
    const unknown = newReceiptCode(new Date());
    const cells: string[] = [];
    for (const [one, with_] of [
      ['', ''],
      [unknown, ''],
      [code, ''],
      [code, wrong],
      [code, key],
    ] as const) {
      const reply = await ask(db, one, with_);
      cells.push(`${reply.status}${secrets.test(await reply.text()) ? '!' : ''}`);
    }
    expect(cells.join(' ')).toBe(expected[name]);
  });
}

test('without the key nothing tells an unknown code from a wrong key or contact', async ({ db, code }) => {
  const unknown = newReceiptCode(new Date());
  const said = async (one: string, given: Record<string, string>) => {
    const answered = await answerWith(db, one, given, { key: '' });
    const withdrawn = await askToWithdraw(db, { ma: one, ...given }, { accept: 'application/json' });
    const request = new Request(`${site}/bo-sung/`, {
      method: 'POST',
      body: new URLSearchParams({ ma: one, ...given }),
    });
    const opened = await supplementPage(request, supplementTools(db));
    const texts = await Promise.all([answered, withdrawn, opened].map((reply) => reply.text()));
    return [
      answered.status,
      withdrawn.status,
      opened.status,
      ...texts.map((text) => text.replaceAll(one, '')),
    ];
  };
  const contact = { contact: '0251 1111 111' };
  expect(await said(unknown, contact)).toEqual(await said(code, contact));
  expect(await said(unknown, { khoa: 'A'.repeat(22) })).toEqual(await said(code, { khoa: 'A'.repeat(22) }));
});

test('a contact of the submission opens as the key does, and leads on without standing in an address', async ({
  db,
  code,
}) => {
  const key = receiptKeys(db).of(code);
  for (const [contact, den, path] of [
    ['LIEN.HE@donvi.example ', '', '/bo-sung/'],
    ['+84 (251) 0000-000', 'bien-nhan', '/de-cu/da-nhan/'],
    ['0251.0000.000, máy lẻ 12', '', '/bo-sung/'],
  ] as const) {
    const body = new URLSearchParams({ ma: `mã hồ sơ: ${code.toLowerCase()}`, contact, den });
    const request = new Request(`${site}/bo-sung/`, { method: 'POST', body });
    const reply = await supplementPage(request, supplementTools(db));
    expect([reply.status, reply.headers.get('location')]).toEqual([303, `${path}?ma=${code}&khoa=${key}`]);
    expect(reply.headers.get('cache-control')).toBe('no-store');
  }
  const answered = await answerWith(
    db,
    code,
    { achievements: 'Mới.', contact: '0251 0000 000' },
    { key: '' },
  );
  expect(answered.status).toBe(201);
});

test('the contact of a supplement opens nothing; the first contact still does', async ({ db, code }) => {
  await db.query(`update submissions set asked = '{contactEmail,contactPhone}'`);
  const changed = { contactEmail: 'ke.khac@donvi.example', contactPhone: '0909 999 999' };
  expect((await answerWith(db, code, changed)).status).toBe(201);
  const open = submissionAccess(db, receiptKeys(db), 'một nơi');
  for (const contact of Object.values(changed))
    expect(await open(code, { key: '', contact })).toEqual({ is: 'closed' });
  expect(await open(code, { key: '', contact: 'lien.he@donvi.example' })).toMatchObject({ is: 'open' });
  await db.query(`update submissions set state = 'yeu-cau-bo-sung', asked = '{contactEmail}'`);
  expect((await answerWith(db, code, { xoaTraLoi: ['contactEmail'] })).status).toBe(201);
  expect(await open(code, { key: '', contact: 'lien.he@donvi.example' })).toMatchObject({ is: 'open' });
});
