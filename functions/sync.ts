import type { Config } from '@netlify/functions';
import { airtableBackOffice } from '../src/back-office/airtable/back-office.ts';
import { readAirtableEnv, readEnv, readEvidencePlace, readReceiptSecrets } from '../src/platform/env.ts';
import { smtpDelivery } from '../src/filing/mail/smtp.ts';
import { chooseBlobs } from '../src/filing/evidence/server/choose-blobs.ts';
import { openDatabase } from '../src/platform/postgres.ts';
import { signerOf } from '../src/filing/receipts/signing/server/signer.ts';
import { receiptKeys } from '../src/filing/receipts/server/receipt-key.ts';
import { syncState } from '../src/back-office/sync/sync-state.ts';
import { postBuildHook } from '../src/back-office/sync/rebuild.ts';
import { requestBuild } from '../src/server/builds/build-request.ts';
import { logReport, runSync } from '../src/back-office/sync/run.ts';
import { airtablePace, pacedRun } from '../src/back-office/sync/airtable-rate-limit.ts';

const { DATABASE_URL, BUILD_HOOK_URL, RECEIPT_SIGNING_KEY, SITE_BUILDS, ...env } = readEnv();
const { isLocal, monthlyCalls, siteUrl, mail } = env;
const db = openDatabase(DATABASE_URL);
const mailTools = mail && {
  deliver: smtpDelivery(mail),
  keys: receiptKeys(db, ...readReceiptSecrets()),
  signer: signerOf(RECEIPT_SIGNING_KEY),
  siteUrl,
};

export default async () => {
  const backOffice = airtableBackOffice(
    { ...readAirtableEnv(), ...pacedRun(db, airtablePace) },
    syncState(db),
  );
  const askForBuild = () => (SITE_BUILDS ? requestBuild(db) : postBuildHook(BUILD_HOOK_URL));
  // Locally, testers who use the stand-in share its five calls a second with the sync.
  const pullEveryMs = isLocal ? 1_500 : 110_000;
  const sync = {
    db,
    backOffice,
    blobs: chooseBlobs(readEvidencePlace(), db),
    samples: isLocal,
    askForBuild,
    pullEveryMs,
    monthlyCalls,
  };
  logReport(await runSync({ ...sync, mail: mailTools }));
};

export const config: Config = { schedule: '* * * * *' };
