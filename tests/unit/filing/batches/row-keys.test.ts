import { batchReceipt } from '../../../../src/filing/batches/server/batch-receipt.ts';
import { findBatch } from '../../../../src/filing/batches/server/store.ts';
import { receiptKeys } from '../../../../src/filing/receipts/server/receipt-key.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { batchTools, fileTable } from '../../../fixtures/batch.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { faultyCells, goodCells, pastedTable } from '../../../fixtures/tables.ts';

const rows = [goodCells('A', '1'), goodCells('B', '2')];

const send = async (db: Database, shared: Record<string, string>, table = pastedTable(rows)) =>
  (await fileTable(batchTools(db), table, { shared, headers: { accept: 'application/json' } })).json();

const own = { contactPhone: '0251 0000 000', contactEmail: 'mot@donvi.example' };
const strangers = [
  { contactPhone: '0251 9999 999', contactEmail: 'hai@donvi.example' },
  { contactPhone: '0251 0000 000', contactEmail: 'hai@donvi.example' },
  { contactPhone: '0251 9999 999', contactEmail: 'mot@donvi.example' },
  { contactPhone: '0251 0000 000' },
];

const page = `<!doctype html><html><head><title>x</title></head><body><h1 data-part="found" data-slot="count"></h1><b data-slot="copy-to"></b>
<section data-outcomes hidden><table><tbody></tbody></table></section></body></html>`;

test('a sender with the same row but another contact gets its code, never its receipt key', async ({
  db,
}) => {
  const first = await send(db, own);
  const codes = first.rows.map(({ code }: { code: string }) => code);
  const keys = receiptKeys(db);
  for (const shared of strangers) {
    const submissionKey = crypto.randomUUID();
    for (const sending of [shared, { ...shared, submissionKey }, { ...shared, submissionKey }]) {
      const answer = await send(db, sending);
      expect(answer.rows).toMatchObject(codes.map((code: string) => ({ code, isNew: false })));
      const list = await batchReceipt(new Request(answer.receiptUrl), {
        find: (batch) => findBatch(db, batch),
        readPage: async () => page,
        keys,
      });
      const partly = await fileTable(batchTools(db), pastedTable([...rows, faultyCells('C', '3')]), {
        shared: sending,
      });
      const told = [JSON.stringify(answer.rows), await list.text(), await partly.text()].join('\n');
      for (const code of codes)
        expect([told.includes(code), told.includes(keys.of(code))]).toEqual([true, false]);
      expect(told).not.toContain('mot@donvi.example"');
    }
  }
});

test('the same contact, however spelled, finds its rows with their keys', async ({ db }) => {
  const first = await send(db, own);
  const again = await send(db, { contactPhone: '+84 251.0000.000', contactEmail: 'MOT@DonVi.example' });
  expect(again.rows.map(({ receiptUrl }: { receiptUrl?: string }) => receiptUrl)).toEqual(
    first.rows.map(({ receiptUrl }: { receiptUrl?: string }) => receiptUrl),
  );
  expect(again.receiptUrl).toBe(first.receiptUrl);
});

test('a sender who holds the list keeps the receipt keys after correcting the contact', async ({ db }) => {
  const first = await send(db, own);
  const [lo = '', khoa = ''] = ['lo', 'khoa'].map(
    (name) => new URL(first.receiptUrl).searchParams.get(name) ?? '',
  );
  const again = await send(db, { contactPhone: '0251 1111 111', lo, khoa });
  expect(again.rows).toMatchObject([{ receiptUrl: expect.any(String) }, { receiptUrl: expect.any(String) }]);
});
