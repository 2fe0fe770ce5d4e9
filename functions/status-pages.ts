import type { Config } from '@netlify/functions';
import { readEnv } from '../src/env.ts';
import { readBuiltPage } from '../src/http/built-page.ts';
import { openDatabase } from '../src/postgres.ts';
import { statusPage } from '../src/submissions/status-pages.ts';
import { findStatus } from '../src/submissions/store.ts';

const db = openDatabase(readEnv().DATABASE_URL);

export default (request: Request) =>
  statusPage(request, new URL(request.url).pathname.toLowerCase(), {
    find: (code) => findStatus(db, code),
    readPage: readBuiltPage,
  });

export const config: Config = { path: ['/de-cu/da-nhan', '/de-cu/da-nhan/', '/tra-cuu', '/tra-cuu/'] };
