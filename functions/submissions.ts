import type { Config, Context } from '@netlify/functions';
import { readDatabaseEnv } from '../src/platform/env.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';
import { lookUpWithin } from '../src/filing/abuse/server/count-limit.ts';
import { getStatus } from '../src/filing/status/server/status.ts';
import { findStatus } from '../src/filing/intake/store.ts';

export default catchFaults('submissions', (request: Request, { ip, params }: Context) => {
  const db = databaseAt(readDatabaseEnv());
  return getStatus(
    request,
    params.code ?? '',
    (code) => findStatus(db, code),
    (code) => lookUpWithin(db, ip, code),
  );
});

export const config: Config = { path: '/api/submissions/:code' };
