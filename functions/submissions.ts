import type { Config, Context } from '@netlify/functions';
import { readEnv } from '../src/platform/env.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { openDatabase } from '../src/platform/postgres.ts';
import { lookUpWithin } from '../src/filing/abuse/server/count-limit.ts';
import { getStatus } from '../src/filing/status/server/status.ts';
import { findStatus } from '../src/filing/intake/store.ts';

const db = openDatabase(readEnv().DATABASE_URL);

export default catchFaults('submissions', (request: Request, { ip, params }: Context) =>
  getStatus(
    request,
    params.code ?? '',
    (code) => findStatus(db, code),
    (code) => lookUpWithin(db, ip, code),
  ),
);

export const config: Config = { path: '/api/submissions/:code' };
