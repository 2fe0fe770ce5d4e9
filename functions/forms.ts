import type { Config, Context } from '@netlify/functions';
import { gateOf } from '../src/filing/abuse/server/gate.ts';
import { countSubmission, senderAt, usualDoubts } from '../src/filing/abuse/server/submission-limit.ts';
import { chooseBlobs } from '../src/filing/evidence/server/choose-blobs.ts';
import { evidenceLimits } from '../src/filing/evidence/server/evidence-limits.ts';
import { postForm } from '../src/filing/intake/post-form.ts';
import { storeSubmission } from '../src/filing/intake/store.ts';
import { receiptKeys } from '../src/filing/receipts/server/receipt-key.ts';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { readDatabaseEnv, readEnv, readEvidencePlace, readReceiptSecrets } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const { mail, SITE_FOLDER } = readEnv();
const readPage = builtPageReader(SITE_FOLDER);
const secrets = readReceiptSecrets();
const place = readEvidencePlace();

export default catchFaults('forms', async (request: Request, { ip, params }: Context) => {
  const db = databaseAt(readDatabaseEnv());
  await followSettings(db);
  const sender = senderAt(db, ip, new Date());
  return postForm(request, params.form ?? '', {
    save: (submission, screening) =>
      storeSubmission(db, submission, { sender, screening, doubts: usualDoubts, sendsMail: mail !== null }),
    gate: gateOf(db, secrets[0]),
    withinLimit: () => countSubmission(db, sender),
    files: evidenceLimits(db, chooseBlobs(place, db), ip),
    readPage,
    keys: receiptKeys(db, ...secrets),
  });
});

export const config: Config = { path: '/api/forms/:form' };
