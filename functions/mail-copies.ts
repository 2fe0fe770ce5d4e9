import type { Config, Context } from '@netlify/functions';
import { isWithinLimit } from '../src/filing/abuse/server/submission-limit.ts';
import { confirmLetter, findLetter } from '../src/filing/mail/confirmation.ts';
import { confirmationPage, postConfirmation } from '../src/filing/mail/post-confirmation.ts';
import { receiptKeys } from '../src/filing/receipts/server/receipt-key.ts';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { readDatabaseEnv, readEnv, readReceiptSecrets } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const readPage = builtPageReader(readEnv().SITE_FOLDER);
const secrets = readReceiptSecrets();

export default catchFaults('mail-copies', async (request: Request, { ip }: Context) => {
  const db = databaseAt(readDatabaseEnv());
  await followSettings(db);
  const tools = {
    find: (code: string) => findLetter(db, code),
    confirm: (id: string) => confirmLetter(db, id),
    withinLimit: () => isWithinLimit(db, ip, 'copies'),
    readPage,
    keys: receiptKeys(db, ...secrets),
  };
  const isPost = new URL(request.url).pathname.startsWith('/api/');
  return isPost ? postConfirmation(request, tools) : confirmationPage(request, tools);
});

export const config: Config = { path: ['/api/mail-copies', '/de-cu/ban-sao', '/de-cu/ban-sao/'] };
