import type { Config, Context } from '@netlify/functions';
import { readEnv } from '../src/env.ts';
import { openDatabase } from '../src/postgres.ts';
import { lookUpWithin } from '../src/submissions/count-limit.ts';
import { getStatus } from '../src/submissions/status.ts';
import { findStatus } from '../src/submissions/store.ts';

const db = openDatabase(readEnv().DATABASE_URL);

export default (request: Request, { ip, params }: Context) =>
  getStatus(
    request,
    params.code ?? '',
    (code) => findStatus(db, code),
    (code) => lookUpWithin(db, ip, code),
  );

export const config: Config = { path: '/api/submissions/:code' };
