import type { Config, Context } from '@netlify/functions';
import { isWithinLimit } from '../src/filing/abuse/server/submission-limit.ts';
import { chooseBlobs } from '../src/filing/evidence/server/choose-blobs.ts';
import { evidenceLimits } from '../src/filing/evidence/server/evidence-limits.ts';
import { submissionAccess } from '../src/filing/follow-up/access.ts';
import { askedAgain } from '../src/filing/follow-up/information-request.ts';
import { postSupplement } from '../src/filing/follow-up/post-supplement.ts';
import { hasSupplement, type Supplement, saveSupplement } from '../src/filing/follow-up/supplement.ts';
import { supplementPage } from '../src/filing/follow-up/supplement-page.ts';
import { receiptKeys } from '../src/filing/receipts/server/receipt-key.ts';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { readDatabaseEnv, readEnv, readEvidencePlace, readReceiptSecrets } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const readPage = builtPageReader(readEnv().SITE_FOLDER);
const secrets = readReceiptSecrets();
const place = readEvidencePlace();

export default catchFaults('supplements', async (request: Request, { ip, params }: Context) => {
  const db = databaseAt(readDatabaseEnv());
  await followSettings(db);
  const tools = {
    open: submissionAccess(db, receiptKeys(db, ...secrets), ip),
    find: (code: string) => askedAgain(db, code),
    isStored: (code: string, key: string) => hasSupplement(db, code, key),
    save: (code: string, supplement: Supplement) => saveSupplement(db, code, supplement),
    withinLimit: () => isWithinLimit(db, ip),
    readPage,
    files: evidenceLimits(db, chooseBlobs(place, db), ip),
  };
  return params.code ? postSupplement(request, params.code, tools) : supplementPage(request, tools);
});

export const config: Config = { path: ['/api/supplements/:code', '/bo-sung', '/bo-sung/'] };
