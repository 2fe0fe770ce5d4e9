import type { Config, Context } from '@netlify/functions';
import { lookUpWithin } from '../src/filing/abuse/server/count-limit.ts';
import { findNote } from '../src/filing/batches/server/batch-notes.ts';
import { batchList, batchReceipt } from '../src/filing/batches/server/batch-receipt.ts';
import { findAnswers, findBatch } from '../src/filing/batches/server/store.ts';
import { receiptKeys } from '../src/filing/receipts/server/receipt-key.ts';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { readDatabaseEnv, readEnv, readReceiptSecrets } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const readPage = builtPageReader(readEnv().SITE_FOLDER);
const secrets = readReceiptSecrets();

export default catchFaults('batch-receipts', async (request: Request, { ip, params: { file } }: Context) => {
  const db = databaseAt(readDatabaseEnv());
  await followSettings(db);
  const tools = {
    find: (batch: string) => findBatch(db, batch),
    findNote: (batch: string) => findNote(db, batch),
    findAnswers: (codes: readonly string[]) => findAnswers(db, codes),
    readPage,
    keys: receiptKeys(db, ...secrets),
    withinLimit: (batch: string) => lookUpWithin(db, ip, batch),
  };
  return file ? batchList(request, file, tools) : batchReceipt(request, tools);
});

export const config: Config = {
  path: ['/api/batch-receipts/:file', '/de-cu/nhieu/da-nhan', '/de-cu/nhieu/da-nhan/'],
};
