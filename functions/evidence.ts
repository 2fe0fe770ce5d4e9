import type { Config, Context } from '@netlify/functions';
import { filesName } from '../src/filing/definitions/uploaded-file.ts';
import { chooseBlobs } from '../src/filing/evidence/server/choose-blobs.ts';
import { evidenceLimits } from '../src/filing/evidence/server/evidence-limits.ts';
import { postEvidence } from '../src/filing/evidence/server/post-evidence.ts';
import { askedAgain } from '../src/filing/follow-up/information-request.ts';
import { receiptKeys } from '../src/filing/receipts/server/receipt-key.ts';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { readDatabaseEnv, readEvidencePlace, readReceiptSecrets } from '../src/platform/env.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const secrets = readReceiptSecrets();
const place = readEvidencePlace();

export default catchFaults('evidence', async (request: Request, { ip }: Context) => {
  const db = databaseAt(readDatabaseEnv());
  await followSettings(db);
  const keys = receiptKeys(db, ...secrets);
  return postEvidence(request, {
    ...evidenceLimits(db, chooseBlobs(place, db), ip),
    isAsked: async (form, { code, key }) => {
      const again = keys.fits(code, key) ? await askedAgain(db, code) : null;
      return again?.form.id === form && again.asked.includes(filesName);
    },
  });
});

export const config: Config = { path: '/api/evidence' };
