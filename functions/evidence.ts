import type { Config, Context } from '@netlify/functions';
import { askedAgain } from '../src/after-filing/asked-again.ts';
import { readEnv, readReceiptSecret } from '../src/env.ts';
import { filingFiles } from '../src/evidence/filing-files.ts';
import { netlifyBlobs } from '../src/evidence/netlify-blobs.ts';
import { postEvidence } from '../src/evidence/post-evidence.ts';
import { openDatabase } from '../src/postgres.ts';
import { filesName } from '../src/schemas/forms/kept-file.ts';
import { receiptKeys } from '../src/submissions/receipt-key.ts';

const { DATABASE_URL } = readEnv();
const db = openDatabase(DATABASE_URL);
const keys = receiptKeys(db, readReceiptSecret());

export default (request: Request, { ip }: Context) =>
  postEvidence(request, {
    ...filingFiles(db, netlifyBlobs, ip),
    isAsked: async (form, { code, key }) => {
      const again = keys.fits(code, key) ? await askedAgain(db, code) : null;
      return again?.form.id === form && again.asked.includes(filesName);
    },
  });

export const config: Config = { path: '/api/evidence' };
