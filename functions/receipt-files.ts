import type { Config, Context } from '@netlify/functions';
import { lookUpWithin } from '../src/filing/abuse/server/count-limit.ts';
import { findSubmission } from '../src/filing/receipts/server/open-submission.ts';
import { getReceiptFile } from '../src/filing/receipts/server/receipt-downloads.ts';
import { receiptKeys } from '../src/filing/receipts/server/receipt-key.ts';
import { signerOf } from '../src/filing/receipts/signing/server/signer.ts';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { readDatabaseEnv, readEnv, readReceiptSecrets } from '../src/platform/env.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const { RECEIPT_SIGNING_KEY, siteUrl } = readEnv();
const [secrets, signer] = [readReceiptSecrets(), signerOf(RECEIPT_SIGNING_KEY)];

export default catchFaults(
  'receipt-files',
  async (request: Request, { ip, params: { code = '', file = '' } }: Context) => {
    const db = databaseAt(readDatabaseEnv());
    await followSettings(db);
    return getReceiptFile(
      request,
      { code, file },
      {
        find: (wanted) => findSubmission(db, wanted),
        keys: receiptKeys(db, ...secrets),
        signer,
        siteUrl,
        withinLimit: (wanted) => lookUpWithin(db, ip, wanted),
      },
    );
  },
);

export const config: Config = { path: '/api/submissions/:code/:file' };
