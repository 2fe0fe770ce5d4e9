import type { Config, Context } from '@netlify/functions';
import { lookUpWithin } from '../src/filing/abuse/server/count-limit.ts';
import { findStatus } from '../src/filing/intake/store.ts';
import { findSubmission } from '../src/filing/receipts/server/open-submission.ts';
import { receiptKeys } from '../src/filing/receipts/server/receipt-key.ts';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { statusPage } from '../src/filing/status/server/status-pages.ts';
import { readDatabaseEnv, readEnv, readReceiptSecrets } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const readPage = builtPageReader(readEnv().SITE_FOLDER);
const secrets = readReceiptSecrets();

export default catchFaults('status-pages', async (request: Request, { ip }: Context) => {
  const db = databaseAt(readDatabaseEnv());
  await followSettings(db);
  return statusPage(request, new URL(request.url).pathname.toLowerCase(), {
    find: (code) => findStatus(db, code),
    readPage,
    findSubmission: (code) => findSubmission(db, code),
    keys: receiptKeys(db, ...secrets),
    withinLimit: (code) => lookUpWithin(db, ip, code),
  });
});

export const config: Config = { path: ['/de-cu/da-nhan', '/de-cu/da-nhan/', '/tra-cuu', '/tra-cuu/'] };
