import type { Config, Context } from '@netlify/functions';
import { readEnv, readEvidencePlace, readReceiptSecret, readReceiptSecrets } from '../src/platform/env.ts';
import { gateOf } from '../src/filing/abuse/server/gate.ts';
import { evidenceLimits } from '../src/filing/evidence/server/evidence-limits.ts';
import { chooseBlobs } from '../src/filing/evidence/server/choose-blobs.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { openDatabase } from '../src/platform/postgres.ts';
import { countFiling, senderAt, usualDoubts } from '../src/filing/abuse/server/filing-limit.ts';
import { postForm } from '../src/filing/intake/post-form.ts';
import { receiptKeys } from '../src/filing/receipts/server/receipt-key.ts';
import { takeSubmission } from '../src/filing/intake/store.ts';

const { DATABASE_URL, mail, SITE_FOLDER } = readEnv();
const db = openDatabase(DATABASE_URL);
const blobs = chooseBlobs(readEvidencePlace(), db);
const readPage = builtPageReader(SITE_FOLDER);
const keys = receiptKeys(db, ...readReceiptSecrets());
const gate = gateOf(db, readReceiptSecret());

export default catchFaults('forms', (request: Request, { ip, params }: Context) => {
  const sender = senderAt(db, ip, new Date());
  return postForm(request, params.form ?? '', {
    save: (submission, screening) =>
      takeSubmission(db, submission, { sender, screening, doubts: usualDoubts, sendsMail: mail !== null }),
    gate,
    withinLimit: () => countFiling(db, sender),
    files: evidenceLimits(db, blobs, ip),
    readPage,
    keys,
  });
});

export const config: Config = { path: '/api/forms/:form' };
