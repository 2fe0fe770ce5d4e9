import type { Config, Context } from '@netlify/functions';
import { answerPing } from '../src/back-office/pings/answer-ping.ts';
import { notePing, pingSecret } from '../src/back-office/sync/follow-changes.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';
import { requestRun } from '../src/server/run-request.ts';
import runNow from './sync.ts';

// On a machine of one's own one process of all runs the sync, and no other may run it beside that one.
const { SITE_BUILDS } = readEnv();

/** A run that has just begun will see the change, or the next one a minute later: pings in between start none. */
const restMs = 30_000;

export default catchFaults('base-pings', (request: Request, context: Pick<Context, 'waitUntil'>) => {
  const db = databaseAt(readDatabaseEnv());
  return answerPing(request, {
    secret: () => pingSecret(db),
    note: () => notePing(db, new Date(), restMs),
    start: async () => {
      if (SITE_BUILDS) {
        await requestRun(db);
        return;
      }
      const run = runNow().catch((error: unknown) => console.error('base-pings:', error));
      // The platform freezes a function once it has answered, unless it is told of work under way.
      context.waitUntil(run);
    },
  });
});

export const config: Config = { path: ['/api/base-pings'], method: 'POST' };
