import type { Config, Context } from '@netlify/functions';
import { isWithinLimit } from '../src/filing/abuse/server/submission-limit.ts';
import { submissionAccess } from '../src/filing/follow-up/access.ts';
import { getWithdrawalPage, postWithdrawal } from '../src/filing/follow-up/post-withdrawal.ts';
import { withdraw } from '../src/filing/follow-up/withdraw.ts';
import { findStatus } from '../src/filing/intake/store.ts';
import { receiptKeys } from '../src/filing/receipts/server/receipt-key.ts';
import { readDatabaseEnv, readEnv, readReceiptSecrets } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const readPage = builtPageReader(readEnv().SITE_FOLDER);
const secrets = readReceiptSecrets();

export default catchFaults('withdrawals', (request: Request, { ip }: Context) => {
  const db = databaseAt(readDatabaseEnv());
  const tools = {
    open: submissionAccess(db, receiptKeys(db, ...secrets), ip),
    find: (code: string) => findStatus(db, code),
    withdraw: (code: string) => withdraw(db, code),
    withinLimit: () => isWithinLimit(db, ip),
    readPage,
  };
  const isPage = new URL(request.url).pathname.startsWith('/rut-phieu');
  return isPage ? getWithdrawalPage(request, tools) : postWithdrawal(request, tools);
});

export const config: Config = { path: ['/api/withdrawals', '/rut-phieu', '/rut-phieu/'] };
