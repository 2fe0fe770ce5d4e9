import type { Config } from '@netlify/functions';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { readDatabaseEnv, readEnv, readReceiptSecret } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';
import { answerRollUp } from '../src/progress/reports/server/answer-roll-up.ts';
import { draftOf, readRollUps } from '../src/progress/reports/server/roll-up-tools.ts';

const { SITE_FOLDER, isLocal } = readEnv();
const readPage = builtPageReader(SITE_FOLDER);
const secret = readReceiptSecret();

export default catchFaults('roll-ups', async (request: Request) => {
  const db = databaseAt(readDatabaseEnv());
  await followSettings(db);
  return answerRollUp(request, {
    secret: secret ?? db.secret,
    read: (years) => readRollUps(db, years, isLocal),
    draft: (years, occasion) => draftOf(db, { years, occasion }, new Date(), isLocal),
    readPage,
  });
});

export const config: Config = { path: ['/tong-hop', '/tong-hop/'] };
