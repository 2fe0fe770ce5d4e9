import { unzipSync } from 'fflate';
import { batchList } from '../../../../src/filing/batches/server/batch-receipt.ts';
import { findAnswers, findBatch } from '../../../../src/filing/batches/server/store.ts';
import { deCuCaNhan } from '../../../../src/filing/definitions/de-cu-ca-nhan.ts';
import { deCuTapThe } from '../../../../src/filing/definitions/de-cu-tap-the.ts';
import { openingOf } from '../../../../src/filing/definitions/periods.ts';
import { forms } from '../../../../src/filing/definitions/registry.ts';
import { findSubmission } from '../../../../src/filing/receipts/server/open-submission.ts';
import { getReceiptFile } from '../../../../src/filing/receipts/server/receipt-downloads.ts';
import { receiptKeys } from '../../../../src/filing/receipts/server/receipt-key.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { batchTools, fileRows } from '../../../fixtures/batch.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { openPaper } from '../../../fixtures/dossier.ts';
import { exampleAnswers } from '../../../fixtures/example-answers.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

async function papersIn(answer: Response) {
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name.replace('.docx', ''), openPaper(bytes).text]),
  );
}

const dossierAt = (db: Database, code: string, key: string) =>
  getReceiptFile(
    new Request(`http://localhost:8888/api/submissions/${code}/ho-so-de-nghi.zip?khoa=${key}`),
    { code, file: 'ho-so-de-nghi.zip' },
    {
      find: (wanted) => findSubmission(db, wanted),
      keys: receiptKeys(db),
      signer: null,
      siteUrl: 'https://thidua.example',
    },
  );

for (const [form, answers] of [
  [deCuTapThe, goodNomination({ womenShare: '67', size: '12', name: 'Tổ thử hồ sơ' })],
  [deCuCaNhan, exampleAnswers(deCuCaNhan, { name: 'Người thử hồ sơ', birthYear: '1980' })],
] as const)
  test(`the dossier of a filed ${form.id} holds what was filed, for who has the key`, async ({ db }) => {
    const { code } = await (await file(intakeTools(db), answers, {}, form.id)).json();
    const papers = await papersIn(await dossierAt(db, code, receiptKeys(db).of(code)));
    expect(Object.keys(papers).sort()).toEqual([
      '0-ghi-chu-cho-nguoi-soan',
      '1-to-trinh',
      '2-bao-cao-thanh-tich',
      '3-bien-ban-xet',
    ]);
    for (const paper of ['1-to-trinh', '2-bao-cao-thanh-tich', '3-bien-ban-xet']) {
      expect(papers[paper]).toContain(String(answers.name));
      expect(papers[paper]).toContain('tháng 7 năm 2026');
    }
    expect(papers['2-bao-cao-thanh-tich']).toContain(String(answers.achievements).split('\n')[0]);
    expect((await dossierAt(db, code, receiptKeys(db).of('DN26-0000-0000-00'))).status).toBe(404);
  });

test('of other forms no dossier is drafted', async ({ db }) => {
  const drafted: readonly string[] = [deCuTapThe.id, deCuCaNhan.id];
  // Some take nothing until a row of staff opens them.
  const others = forms.filter(({ id }) => !drafted.includes(id) && openingOf(id, new Date()).open);
  expect(others.length).toBeGreaterThan(4);
  for (const form of others) {
    const answer = await file(intakeTools(db), exampleAnswers(form), {}, form.id);
    expect(answer.status, form.id).toBe(201);
    const { code } = await answer.json();
    expect((await dossierAt(db, code, receiptKeys(db).of(code))).status, form.id).toBe(404);
  }
});

test('a table is one proposal and one record of the meeting with the list, and a report for each row', async ({
  db,
}) => {
  const names = ['Tổ Một', 'Tổ Hai', 'Tổ Ba'];
  const rows = names.map((name) => goodNomination({ name }));
  const { receiptUrl } = await (await fileRows(batchTools(db), rows)).json();
  const { search } = new URL(receiptUrl);
  const tools = {
    find: (batch: string) => findBatch(db, batch),
    findAnswers: (codes: readonly string[]) => findAnswers(db, codes),
    readPage: async () => '',
    keys: receiptKeys(db),
  };
  const answer = await batchList(
    new Request(`http://localhost:8888/api/batch-receipts/ho-so-de-nghi.zip${search}`),
    'ho-so-de-nghi.zip',
    tools,
  );
  expect(answer.status).toBe(200);
  const papers = await papersIn(answer);
  const reports = Object.keys(papers).filter((name) => name.startsWith('2-bao-cao'));
  expect(reports).toHaveLength(3);
  for (const name of names) {
    expect(papers['1-to-trinh']).toContain(name);
    expect(papers['3-bien-ban-xet']).toContain(name);
    expect(reports.filter((report) => papers[report]?.includes(name))).toHaveLength(1);
  }
  expect(papers['1-to-trinh']).toContain('khen thưởng 03 tập thể');
  // Fetched too often, it is refused and not made.
  for (const name of ['ho-so-de-nghi.zip', 'ma-ho-so.csv', 'ma-ho-so.xlsx']) {
    const asked = new Request(`http://localhost:8888/api/batch-receipts/${name}${search}`);
    const refused = await batchList(asked, name, { ...tools, withinLimit: async () => false });
    expect([refused.status, refused.headers.get('retry-after')], name).toEqual([429, '3600']);
  }
});
