import type { Config, Context } from '@netlify/functions';
import { rowAddresses } from '../src/back-office/airtable/row-addresses.ts';
import { healthData, healthPage } from '../src/back-office/health/server/health-page.ts';
import { freeShareOf } from '../src/back-office/health/server/measure.ts';
import { syncState } from '../src/back-office/sync/sync-state.ts';
import { isWithinLimit } from '../src/filing/abuse/server/submission-limit.ts';
import { readBasePlace, readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const { SITE_FOLDER, SITE_BUILDS, HEALTH_KEY, monthlyCalls } = readEnv();
const base = readBasePlace();
const readPage = builtPageReader(SITE_FOLDER);
// Only a machine of one's own has a folder of builds, and a disk that says anything.
const freeDisk = () => freeShareOf(SITE_BUILDS);

export default catchFaults('health', (request: Request, { ip }: Context) => {
  const db = databaseAt(readDatabaseEnv());
  const withinLimit = () => isWithinLimit(db, ip, 'keys');
  const tools = {
    db,
    monthlyCalls,
    freeDisk,
    key: HEALTH_KEY,
    readPage,
    readAddresses: () => rowAddresses(base, syncState(db)),
    withinLimit,
  };
  const isData = new URL(request.url).pathname.endsWith('.json');
  return isData ? healthData(request, tools) : healthPage(request, tools);
});

export const config: Config = { path: ['/api/v1/health.json', '/suc-khoe', '/suc-khoe/'] };
