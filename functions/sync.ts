import type { Config } from '@netlify/functions';
import { airtableBackOffice } from '../src/airtable/back-office.ts';
import { readAirtableEnv, readEnv, readReceiptSecret } from '../src/env.ts';
import { smtpDelivery } from '../src/mail/smtp.ts';
import { netlifyBlobs } from '../src/evidence/netlify-blobs.ts';
import { openDatabase } from '../src/postgres.ts';
import { signerOf } from '../src/proof/signer.ts';
import { receiptKeys } from '../src/submissions/receipt-key.ts';
import { syncMemory } from '../src/sync/memory.ts';
import { postBuildHook } from '../src/sync/rebuild.ts';
import { logReport, runSync } from '../src/sync/run.ts';
import { airtablePace, pacedRun } from '../src/sync/turns.ts';

const { DATABASE_URL, BUILD_HOOK_URL, RECEIPT_SIGNING_KEY, ...env } = readEnv();
const { isLocal, monthlyCalls, siteUrl, mail } = env;
const db = openDatabase(DATABASE_URL);
const mailTools = mail && {
  deliver: smtpDelivery(mail),
  keys: receiptKeys(db, readReceiptSecret()),
  signer: signerOf(RECEIPT_SIGNING_KEY),
  siteUrl,
};

export default async () => {
  const backOffice = airtableBackOffice(
    { ...readAirtableEnv(), ...pacedRun(db, airtablePace) },
    syncMemory(db),
  );
  const askForBuild = () => postBuildHook(BUILD_HOOK_URL);
  // On one machine the stand-in's visitors share its five calls a second with the sync.
  const pullEveryMs = isLocal ? 1_500 : 110_000;
  const sync = {
    db,
    backOffice,
    blobs: netlifyBlobs,
    samples: isLocal,
    askForBuild,
    pullEveryMs,
    monthlyCalls,
  };
  logReport(await runSync({ ...sync, mail: mailTools }));
};

export const config: Config = { schedule: '* * * * *' };
