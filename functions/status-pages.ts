import type { Config, Context } from '@netlify/functions';
import { readEnv, readReceiptSecret } from '../src/env.ts';
import { readBuiltPage } from '../src/http/built-page.ts';
import { openDatabase } from '../src/postgres.ts';
import { lookUpWithin } from '../src/submissions/count-limit.ts';
import { findFiling } from '../src/submissions/filing.ts';
import { receiptKeys } from '../src/submissions/receipt-key.ts';
import { statusPage } from '../src/submissions/status-pages.ts';
import { findStatus } from '../src/submissions/store.ts';

const { DATABASE_URL } = readEnv();
const db = openDatabase(DATABASE_URL);
const keys = receiptKeys(db, readReceiptSecret());

export default (request: Request, { ip }: Context) =>
  statusPage(request, new URL(request.url).pathname.toLowerCase(), {
    find: (code) => findStatus(db, code),
    readPage: readBuiltPage,
    findFiling: (code) => findFiling(db, code),
    keys,
    withinLimit: (code) => lookUpWithin(db, ip, code),
  });

export const config: Config = { path: ['/de-cu/da-nhan', '/de-cu/da-nhan/', '/tra-cuu', '/tra-cuu/'] };
