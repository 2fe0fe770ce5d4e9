import type { Config } from '@netlify/functions';
import { getPublicKeys } from '../src/filing/receipts/signing/server/public-keys.ts';
import { signerOf } from '../src/filing/receipts/signing/server/signer.ts';
import { readEnv } from '../src/platform/env.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';

const signer = signerOf(readEnv().RECEIPT_SIGNING_KEY);

export default catchFaults('receipt-key', (request: Request) =>
  Promise.resolve(getPublicKeys(request, signer)),
);

export const config: Config = { path: '/api/v1/receipt-key.json' };
