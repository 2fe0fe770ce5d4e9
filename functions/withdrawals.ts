import type { Config, Context } from '@netlify/functions';
import { openerOf } from '../src/after-filing/access.ts';
import { getWithdrawalPage, postWithdrawal } from '../src/after-filing/post-withdrawal.ts';
import { withdraw } from '../src/after-filing/withdraw.ts';
import { readEnv, readReceiptSecret } from '../src/env.ts';
import { readBuiltPage } from '../src/http/built-page.ts';
import { openDatabase } from '../src/postgres.ts';
import { isWithinLimit } from '../src/submissions/filing-limit.ts';
import { receiptKeys } from '../src/submissions/receipt-key.ts';
import { findStatus } from '../src/submissions/store.ts';

const { DATABASE_URL } = readEnv();
const db = openDatabase(DATABASE_URL);
const keys = receiptKeys(db, readReceiptSecret());

export default (request: Request, { ip }: Context) => {
  const tools = {
    open: openerOf(db, keys, ip),
    find: (code: string) => findStatus(db, code),
    withdraw: (code: string) => withdraw(db, code),
    withinLimit: () => isWithinLimit(db, ip),
    readPage: readBuiltPage,
  };
  const isPage = new URL(request.url).pathname.startsWith('/rut-phieu');
  return isPage ? getWithdrawalPage(request, tools) : postWithdrawal(request, tools);
};

export const config: Config = { path: ['/api/withdrawals', '/rut-phieu', '/rut-phieu/'] };
