import type { Config, Context } from '@netlify/functions';
import { filingAccess } from '../src/filing/follow-up/access.ts';
import { askedAgain } from '../src/filing/follow-up/information-request.ts';
import { postSupplement } from '../src/filing/follow-up/post-supplement.ts';
import { hasSupplement, saveSupplement, type Supplement } from '../src/filing/follow-up/supplement.ts';
import { supplementPage } from '../src/filing/follow-up/supplement-page.ts';
import { readEnv, readEvidencePlace, readReceiptSecrets } from '../src/platform/env.ts';
import { evidenceLimits } from '../src/filing/evidence/server/evidence-limits.ts';
import { chooseBlobs } from '../src/filing/evidence/server/choose-blobs.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { openDatabase } from '../src/platform/postgres.ts';
import { isWithinLimit } from '../src/filing/abuse/server/filing-limit.ts';
import { receiptKeys } from '../src/filing/receipts/server/receipt-key.ts';

const { DATABASE_URL, SITE_FOLDER } = readEnv();
const db = openDatabase(DATABASE_URL);
const blobs = chooseBlobs(readEvidencePlace(), db);
const readPage = builtPageReader(SITE_FOLDER);
const keys = receiptKeys(db, ...readReceiptSecrets());

export default catchFaults('supplements', (request: Request, { ip, params }: Context) => {
  const tools = {
    open: filingAccess(db, keys, ip),
    find: (code: string) => askedAgain(db, code),
    isStored: (code: string, key: string) => hasSupplement(db, code, key),
    save: (code: string, supplement: Supplement) => saveSupplement(db, code, supplement),
    withinLimit: () => isWithinLimit(db, ip),
    files: evidenceLimits(db, blobs, ip),
    readPage,
  };
  return params.code ? postSupplement(request, params.code, tools) : supplementPage(request, tools);
});

export const config: Config = { path: ['/api/supplements/:code', '/bo-sung', '/bo-sung/'] };
