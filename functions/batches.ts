import type { Config, Context } from '@netlify/functions';
import { gateOf } from '../src/filing/abuse/server/gate.ts';
import { isWithinLimit, senderAt, usualDoubts } from '../src/filing/abuse/server/submission-limit.ts';
import { correctionsWorkbook } from '../src/filing/batches/server/download-corrections.ts';
import { postBatch } from '../src/filing/batches/server/post-batch.ts';
import { saveRows } from '../src/filing/batches/server/store.ts';
import { receiptKeys } from '../src/filing/receipts/server/receipt-key.ts';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { readDatabaseEnv, readEnv, readReceiptSecrets } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const { mail, SITE_FOLDER } = readEnv();
const readPage = builtPageReader(SITE_FOLDER);
const secrets = readReceiptSecrets();

export default catchFaults('batches', async (request: Request, { ip, params: { form = '' } }: Context) => {
  const db = databaseAt(readDatabaseEnv());
  await followSettings(db);
  if (new URL(request.url).pathname.endsWith('/bang.xlsx'))
    return correctionsWorkbook(request, form, { withinLimit: () => isWithinLimit(db, ip, 'tables') });
  const sender = senderAt(db, ip, new Date());
  return postBatch(request, form, {
    save: (table, screening) =>
      saveRows(db, table, { sender, screening, doubts: usualDoubts, sendsMail: mail !== null }),
    gate: gateOf(db, secrets[0]),
    // Reading a table costs more than storing it. Readings have a limit of their own, so a re-sent table still gets its codes.
    mayRead: () => isWithinLimit(db, ip, 'readings'),
    withinLimit: () => isWithinLimit(db, ip),
    readPage,
    keys: receiptKeys(db, ...secrets),
  });
});

export const config: Config = { path: ['/api/batches/:form', '/api/batches/:form/bang.xlsx'] };
