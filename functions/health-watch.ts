import type { Config } from '@netlify/functions';
import { freeShareOf } from '../src/back-office/health/server/measure.ts';
import { operatorOf } from '../src/back-office/health/server/operator.ts';
import { watchHealth } from '../src/back-office/health/server/watch.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { faultLine } from '../src/platform/http/fault-line.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const settings = readEnv();
const { SITE_BUILDS, monthlyCalls } = settings;
const tell = operatorOf(settings);
const freeDisk = () => freeShareOf(SITE_BUILDS);

// A function of its own: a sync that fails, hangs or lacks a setting cannot say so.
export default async () => {
  const db = databaseAt(readDatabaseEnv());
  await watchHealth({ db, monthlyCalls, freeDisk }, tell, new Date()).catch((error: unknown) =>
    console.error(`health-watch: ${faultLine(error)}`),
  );
};

export const config: Config = { schedule: '*/5 * * * *' };
