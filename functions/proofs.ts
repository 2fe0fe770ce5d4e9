import type { Config, Context } from '@netlify/functions';
import { readEnv, readReceiptSecrets } from '../src/platform/env.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { openDatabase } from '../src/platform/postgres.ts';
import { signerOf } from '../src/filing/receipts/signing/server/signer.ts';
import { findFiling } from '../src/filing/receipts/server/filing.ts';
import { getProof } from '../src/filing/receipts/server/receipt-downloads.ts';
import { receiptKeys } from '../src/filing/receipts/server/receipt-key.ts';

const { DATABASE_URL, RECEIPT_SIGNING_KEY, siteUrl } = readEnv();
const db = openDatabase(DATABASE_URL);
const [keys, signer] = [receiptKeys(db, ...readReceiptSecrets()), signerOf(RECEIPT_SIGNING_KEY)];
const find = (code: string) => findFiling(db, code);

export default catchFaults('proofs', (request: Request, { params: { code = '', file = '' } }: Context) =>
  getProof(request, { code, file }, { find, keys, signer, siteUrl }),
);

export const config: Config = { path: '/api/submissions/:code/:file' };
