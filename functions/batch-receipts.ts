import type { Config, Context } from '@netlify/functions';
import { findNote } from '../src/batches/batch-notes.ts';
import { batchList, batchReceipt } from '../src/batches/batch-receipt.ts';
import { findAnswers, findBatch } from '../src/batches/store.ts';
import { readEnv, readReceiptSecret } from '../src/env.ts';
import { readBuiltPage } from '../src/http/built-page.ts';
import { openDatabase } from '../src/postgres.ts';
import { receiptKeys } from '../src/submissions/receipt-key.ts';

const { DATABASE_URL } = readEnv();
const db = openDatabase(DATABASE_URL);
const tools = {
  find: (batch: string) => findBatch(db, batch),
  findNote: (batch: string) => findNote(db, batch),
  findAnswers: (codes: readonly string[]) => findAnswers(db, codes),
  readPage: readBuiltPage,
  keys: receiptKeys(db, readReceiptSecret()),
};

export default (request: Request, { params: { file } }: Context) =>
  file ? batchList(request, file, tools) : batchReceipt(request, tools);

export const config: Config = {
  path: ['/api/batch-receipts/:file', '/de-cu/nhieu/da-nhan', '/de-cu/nhieu/da-nhan/'],
};
