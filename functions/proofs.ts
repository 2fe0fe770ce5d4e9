import type { Config, Context } from '@netlify/functions';
import { readEnv, readReceiptSecret } from '../src/env.ts';
import { openDatabase } from '../src/postgres.ts';
import { signerOf } from '../src/proof/signer.ts';
import { findFiling } from '../src/submissions/filing.ts';
import { getProof } from '../src/submissions/proof-files.ts';
import { receiptKeys } from '../src/submissions/receipt-key.ts';

const { DATABASE_URL, RECEIPT_SIGNING_KEY, siteUrl } = readEnv();
const db = openDatabase(DATABASE_URL);
const [keys, signer] = [receiptKeys(db, readReceiptSecret()), signerOf(RECEIPT_SIGNING_KEY)];
const find = (code: string) => findFiling(db, code);

export default (request: Request, { params: { code = '', file = '' } }: Context) =>
  getProof(request, { code, file }, { find, keys, signer, siteUrl });

export const config: Config = { path: '/api/submissions/:code/:file' };
