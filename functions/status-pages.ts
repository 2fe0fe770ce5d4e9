import type { Config, Context } from '@netlify/functions';
import { readEnv, readReceiptSecrets } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { openDatabase } from '../src/platform/postgres.ts';
import { lookUpWithin } from '../src/filing/abuse/server/count-limit.ts';
import { findFiling } from '../src/filing/receipts/server/filing.ts';
import { receiptKeys } from '../src/filing/receipts/server/receipt-key.ts';
import { statusPage } from '../src/filing/status/server/status-pages.ts';
import { findStatus } from '../src/filing/intake/store.ts';

const { DATABASE_URL, SITE_FOLDER } = readEnv();
const db = openDatabase(DATABASE_URL);
const readPage = builtPageReader(SITE_FOLDER);
const keys = receiptKeys(db, ...readReceiptSecrets());

export default catchFaults('status-pages', (request: Request, { ip }: Context) =>
  statusPage(request, new URL(request.url).pathname.toLowerCase(), {
    find: (code) => findStatus(db, code),
    readPage,
    findFiling: (code) => findFiling(db, code),
    keys,
    withinLimit: (code) => lookUpWithin(db, ip, code),
  }),
);

export const config: Config = { path: ['/de-cu/da-nhan', '/de-cu/da-nhan/', '/tra-cuu', '/tra-cuu/'] };
