import type { Config } from '@netlify/functions';
import { airtableBackOffice } from '../src/back-office/airtable/back-office.ts';
import { noteRun } from '../src/back-office/health/server/measure.ts';
import { pingPath } from '../src/back-office/pings/answer-ping.ts';
import { airtablePace, pacedRun } from '../src/back-office/sync/airtable-rate-limit.ts';
import { logReport } from '../src/back-office/sync/report.ts';
import { runSync } from '../src/back-office/sync/run.ts';
import { readServedBuild } from '../src/back-office/sync/served-build.ts';
import { syncState } from '../src/back-office/sync/sync-state.ts';
import { chooseBlobs } from '../src/filing/evidence/server/choose-blobs.ts';
import { smtpDelivery } from '../src/filing/mail/smtp.ts';
import { receiptKeys } from '../src/filing/receipts/server/receipt-key.ts';
import { signerOf } from '../src/filing/receipts/signing/server/signer.ts';
import {
  readAirtableEnv,
  readDatabaseEnv,
  readEnv,
  readEvidencePlace,
  readReceiptSecrets,
} from '../src/platform/env.ts';
import { databaseAt } from '../src/platform/postgres.ts';
import { buildAsker } from '../src/server/builds/build-request.ts';

const { RECEIPT_SIGNING_KEY, ...env } = readEnv();
const { isLocal, monthlyCalls, siteUrl, mail } = env;
const secrets = readReceiptSecrets();
const place = readEvidencePlace();
const askForBuild = buildAsker(env);
const deliver = mail && smtpDelivery(mail);
const letters = deliver && { deliver, signer: signerOf(RECEIPT_SIGNING_KEY), siteUrl };
/** Its steps hold a connection while others work. */
const connections = 5;

export default async (request?: Request) => {
  const db = databaseAt(readDatabaseEnv(connections));
  const backOffice = airtableBackOffice(
    { ...readAirtableEnv(), ...pacedRun(db, airtablePace, request?.signal) },
    syncState(db),
  );
  const rebuild = { ask: () => askForBuild(db), readServed: () => readServedBuild(siteUrl) };
  // Locally, testers who use the stand-in share its five calls a second with the sync.
  const pullEveryMs = isLocal ? 1_500 : 110_000;
  const sync = {
    db,
    backOffice,
    blobs: chooseBlobs(place, db),
    samples: isLocal,
    rebuild,
    pullEveryMs,
    monthlyCalls,
    siteUrl,
    // Airtable pings public addresses alone.
    pingUrl: siteUrl.startsWith('https:') ? new URL(pingPath, siteUrl).href : null,
  };
  const report = await runSync({
    ...sync,
    signal: request?.signal,
    mail: letters && { ...letters, keys: receiptKeys(db, ...secrets) },
  });
  logReport(report);
  // Last, and after a run that came to its end alone: `health-watch` tells the operator when there has been none for a while.
  await noteRun(db, new Date());
};

export const config: Config = { schedule: '* * * * *' };
