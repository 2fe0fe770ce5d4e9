import type { Config, Context } from '@netlify/functions';
import { openerOf } from '../src/after-filing/access.ts';
import { askedAgain } from '../src/after-filing/asked-again.ts';
import { postSupplement } from '../src/after-filing/post-supplement.ts';
import { hasSupplement, saveSupplement, type Supplement } from '../src/after-filing/supplement.ts';
import { supplementPage } from '../src/after-filing/supplement-page.ts';
import { readEnv, readReceiptSecret } from '../src/env.ts';
import { filingFiles } from '../src/evidence/filing-files.ts';
import { netlifyBlobs } from '../src/evidence/netlify-blobs.ts';
import { readBuiltPage } from '../src/http/built-page.ts';
import { openDatabase } from '../src/postgres.ts';
import { isWithinLimit } from '../src/submissions/filing-limit.ts';
import { receiptKeys } from '../src/submissions/receipt-key.ts';

const { DATABASE_URL } = readEnv();
const db = openDatabase(DATABASE_URL);
const keys = receiptKeys(db, readReceiptSecret());

export default (request: Request, { ip, params }: Context) => {
  const tools = {
    open: openerOf(db, keys, ip),
    find: (code: string) => askedAgain(db, code),
    isStored: (code: string, key: string) => hasSupplement(db, code, key),
    save: (code: string, supplement: Supplement) => saveSupplement(db, code, supplement),
    withinLimit: () => isWithinLimit(db, ip),
    readPage: readBuiltPage,
    files: filingFiles(db, netlifyBlobs, ip),
  };
  return params.code ? postSupplement(request, params.code, tools) : supplementPage(request, tools);
};

export const config: Config = { path: ['/api/supplements/:code', '/bo-sung', '/bo-sung/'] };
