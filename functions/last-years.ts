import type { Config } from '@netlify/functions';
import { lastYearPage } from '../src/filing/follow-up/last-year-page.ts';
import { reusePage, reusePath } from '../src/filing/follow-up/reuse-page.ts';
import { findSubmission } from '../src/filing/receipts/server/open-submission.ts';
import { receiptKeys } from '../src/filing/receipts/server/receipt-key.ts';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { readDatabaseEnv, readEnv, readReceiptSecrets } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const readPage = builtPageReader(readEnv().SITE_FOLDER);
const secrets = readReceiptSecrets();

export default catchFaults('last-years', async (request: Request) => {
  const db = databaseAt(readDatabaseEnv());
  await followSettings(db);
  const keys = receiptKeys(db, ...secrets);
  const answer = new URL(request.url).pathname.startsWith(reusePath.slice(0, -1)) ? reusePage : lastYearPage;
  return answer(request, { find: (code) => findSubmission(db, code), keys, readPage });
});

export const config: Config = {
  path: ['/bao-cao-nam/nam-truoc', '/bao-cao-nam/nam-truoc/', '/de-cu/dung-lai', '/de-cu/dung-lai/'],
};
