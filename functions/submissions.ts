import type { Config, Context } from '@netlify/functions';
import { lookUpWithin } from '../src/filing/abuse/server/count-limit.ts';
import { findStatus } from '../src/filing/intake/store.ts';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { getStatus } from '../src/filing/status/server/status.ts';
import { readDatabaseEnv } from '../src/platform/env.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

export default catchFaults('submissions', async (request: Request, { ip, params }: Context) => {
  const db = databaseAt(readDatabaseEnv());
  await followSettings(db);
  return getStatus(
    request,
    params.code ?? '',
    (code) => findStatus(db, code),
    (code) => lookUpWithin(db, ip, code),
  );
});

export const config: Config = { path: '/api/submissions/:code' };
