import type { Config, Context } from '@netlify/functions';
import { postSupplement, supplementPage } from '../src/after-filing/post-supplement.ts';
import { askedAgain, saveSupplement } from '../src/after-filing/supplement.ts';
import { readEnv } from '../src/env.ts';
import { readBuiltPage } from '../src/http/built-page.ts';
import { openDatabase } from '../src/postgres.ts';
import { isWithinLimit } from '../src/submissions/filing-limit.ts';

const db = openDatabase(readEnv().DATABASE_URL);

export default (request: Request, { ip, params }: Context) => {
  const tools = {
    find: (code: string) => askedAgain(db, code),
    save: (code: string, key: string, answers: Record<string, unknown>) =>
      saveSupplement(db, code, key, answers),
    withinLimit: () => isWithinLimit(db, ip),
    readPage: readBuiltPage,
  };
  return params.code ? postSupplement(request, params.code, tools) : supplementPage(request, tools);
};

export const config: Config = { path: ['/api/supplements/:code', '/bo-sung', '/bo-sung/'] };
