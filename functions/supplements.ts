import type { Config, Context } from '@netlify/functions';
import { postSupplement, supplementPage } from '../src/after-filing/post-supplement.ts';
import {
  askedAgain,
  hasSupplement,
  saveSupplement,
  type Supplement,
} from '../src/after-filing/supplement.ts';
import { readEnv } from '../src/env.ts';
import { filingFiles } from '../src/evidence/filing-files.ts';
import { netlifyBlobs } from '../src/evidence/netlify-blobs.ts';
import { readBuiltPage } from '../src/http/built-page.ts';
import { openDatabase } from '../src/postgres.ts';
import { isWithinLimit } from '../src/submissions/filing-limit.ts';

const db = openDatabase(readEnv().DATABASE_URL);

export default (request: Request, { ip, params }: Context) => {
  const tools = {
    find: (code: string) => askedAgain(db, code),
    isStored: (code: string, key: string) => hasSupplement(db, code, key),
    save: (code: string, supplement: Supplement) => saveSupplement(db, code, supplement),
    withinLimit: () => isWithinLimit(db, ip),
    readPage: readBuiltPage,
    files: filingFiles(db, netlifyBlobs, ip),
  };
  return params.code ? postSupplement(request, params.code, tools) : supplementPage(request, tools);
};

export const config: Config = { path: ['/api/supplements/:code', '/bo-sung', '/bo-sung/'] };
