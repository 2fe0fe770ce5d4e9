import type { Config, Context } from '@netlify/functions';
import { postWithdrawal } from '../src/after-filing/post-withdrawal.ts';
import { withdraw } from '../src/after-filing/withdraw.ts';
import { readEnv } from '../src/env.ts';
import { readBuiltPage } from '../src/http/built-page.ts';
import { openDatabase } from '../src/postgres.ts';
import { isWithinLimit } from '../src/submissions/filing-limit.ts';

const db = openDatabase(readEnv().DATABASE_URL);

export default (request: Request, { ip }: Context) =>
  postWithdrawal(request, {
    withdraw: (code, contact) => withdraw(db, code, contact),
    withinLimit: () => isWithinLimit(db, ip),
    readPage: readBuiltPage,
  });

export const config: Config = { path: '/api/withdrawals' };
