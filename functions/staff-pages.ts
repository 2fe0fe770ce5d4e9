import type { Config, Context } from '@netlify/functions';
import { answerStaffPage } from '../src/back-office/staff-pages/server/answer-staff-page.ts';
import { staffSheets } from '../src/back-office/staff-pages/server/sheets.ts';
import { countWithin } from '../src/filing/abuse/server/count-limit.ts';
import { readDatabaseEnv, readEnv, readReceiptSecret } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const { SITE_FOLDER, siteUrl, isLocal } = readEnv();
const readPage = builtPageReader(SITE_FOLDER);
const secret = readReceiptSecret();
/** An office opens one page on many machines. */
const openingsAnHour = 600;

export default catchFaults('staff pages', (_: Request, { params: { token = '', file } }: Context) => {
  const db = databaseAt(readDatabaseEnv());
  const within = (id: string) => countWithin(db, [{ name: `staff page ${id}`, anHour: openingsAnHour }]);
  return answerStaffPage(
    { token, file },
    { secret: db.secret, ...staffSheets(db, { siteUrl, isLocal, secret }), within, readPage },
  );
});

export const config: Config = { path: ['/can-bo/:token/', '/can-bo/:token', '/can-bo/:token/:file'] };
