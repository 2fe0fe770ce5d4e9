import type { Config } from '@netlify/functions';
import { airtableBackOffice } from '../src/airtable/back-office.ts';
import { readAirtableEnv, readEnv } from '../src/env.ts';
import { netlifyBlobs } from '../src/evidence/netlify-blobs.ts';
import { openDatabase } from '../src/postgres.ts';
import { syncMemory } from '../src/sync/memory.ts';
import { postBuildHook } from '../src/sync/rebuild.ts';
import { logReport, runSync } from '../src/sync/run.ts';
import { airtablePace, pacedRun } from '../src/sync/turns.ts';

const { DATABASE_URL, BUILD_HOOK_URL, isLocal, monthlyCalls } = readEnv();
const db = openDatabase(DATABASE_URL);

export default async () => {
  const backOffice = airtableBackOffice(
    { ...readAirtableEnv(), ...pacedRun(db, airtablePace) },
    syncMemory(db),
  );
  const askForBuild = () => postBuildHook(BUILD_HOOK_URL);
  // On one machine the stand-in's visitors share its five calls a second with the sync.
  const pullEveryMs = isLocal ? 1_500 : 110_000;
  logReport(
    await runSync({
      db,
      backOffice,
      blobs: netlifyBlobs,
      samples: isLocal,
      askForBuild,
      pullEveryMs,
      monthlyCalls,
    }),
  );
};

export const config: Config = { schedule: '* * * * *' };
