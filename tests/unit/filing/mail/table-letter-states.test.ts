import { batchReceipt } from '../../../../src/filing/batches/server/batch-receipt.ts';
import { findBatch } from '../../../../src/filing/batches/server/store.ts';
import { sendCopies } from '../../../../src/filing/mail/send-copies.ts';
import { findSubmission, openedSubmission } from '../../../../src/filing/receipts/server/open-submission.ts';
import { receiptKeys } from '../../../../src/filing/receipts/server/receipt-key.ts';
import { expect } from '../../../fixtures/database.ts';
import { dueNow, mailTools, sendTable, test, to } from '../../../fixtures/mail.ts';
import { startMailServer } from '../../../fixtures/mail-server.ts';
import { goodRows } from '../../../fixtures/tables.ts';

const parts = ['copy-waiting', 'copy-sent', 'copy-copied', 'copy-failed', 'no-copy'];
const listPage = `<!doctype html><html><head><title>Danh sách</title></head><body>${parts
  .map((part) => `<p data-part="${part}" hidden>${part} <b data-slot="copy-to"></b></p>`)
  .join('')}</body></html>`;

test('the list of codes and each receipt say what became of the letter, and to whom it goes', async ({
  db,
}) => {
  const said = async (list: URL) => {
    const answer = await batchReceipt(new Request(list), {
      find: (batch) => findBatch(db, batch),
      readPage: async () => listPage,
      keys: receiptKeys(db),
    });
    const shown = [...(await answer.text()).matchAll(/<p data-part="[a-z-]+">([a-z-]+) <b[^>]*>([^<]*)/g)];
    return shown.map(([, part, address]) => `${part} ${address}`.trim());
  };
  const { codes, list } = await sendTable(db, goodRows(2));
  expect(await said(list)).toEqual([`copy-waiting ${to}`]);
  const stored = await findSubmission(db, codes[0] ?? '');
  expect(stored && openedSubmission(stored).copy).toEqual({ is: 'waiting', to, isOfTable: true });
  await db.query('update receipt_copies set sent_at = now()');
  expect(await said(list)).toEqual([`copy-sent ${to}`]);
  await db.query('update receipt_copies set confirmed_at = now()');
  expect(await said(list)).toEqual([`copy-copied ${to}`]);
  await db.query('update receipt_copies set sent_at = null, given_up_at = now()');
  expect(await said(list)).toEqual([`copy-failed ${to}`]);
  const silent = await sendTable(db, goodRows(2, 11), { contactEmail: '' });
  expect(await said(silent.list)).toEqual(['no-copy']);
});

test('a server that is down costs time alone', async ({ db, server }) => {
  await sendTable(db, goodRows(2));
  await server.close();
  const tools = mailTools(db, server.url);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 0, givenUp: [], stoppedBy: 'ESOCKET' });
  const again = await startMailServer(server.port);
  await dueNow(db);
  expect(await sendCopies(db, tools)).toMatchObject({ sent: 1 });
  await again.close();
});
