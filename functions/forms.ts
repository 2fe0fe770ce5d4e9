import type { Config, Context } from '@netlify/functions';
import { readEnv, readReceiptSecret } from '../src/env.ts';
import { gateOf } from '../src/gate/gate.ts';
import { filingFiles } from '../src/evidence/filing-files.ts';
import { netlifyBlobs } from '../src/evidence/netlify-blobs.ts';
import { readBuiltPage } from '../src/http/built-page.ts';
import { openDatabase } from '../src/postgres.ts';
import { countFiling, senderAt, usualDoubts } from '../src/submissions/filing-limit.ts';
import { postForm } from '../src/submissions/post-form.ts';
import { receiptKeys } from '../src/submissions/receipt-key.ts';
import { takeSubmission } from '../src/submissions/store.ts';

const { DATABASE_URL, mail } = readEnv();
const db = openDatabase(DATABASE_URL);
const keys = receiptKeys(db, readReceiptSecret());
const gate = gateOf(db, readReceiptSecret());

export default (request: Request, { ip, params }: Context) => {
  const sender = senderAt(db, ip, new Date());
  return postForm(request, params.form ?? '', {
    save: (submission, screening) =>
      takeSubmission(db, submission, { sender, screening, doubts: usualDoubts, sendsMail: mail !== null }),
    gate,
    withinLimit: () => countFiling(db, sender),
    files: filingFiles(db, netlifyBlobs, ip),
    readPage: readBuiltPage,
    keys,
  });
};

export const config: Config = { path: '/api/forms/:form' };
