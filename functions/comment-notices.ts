import type { Config, Context } from '@netlify/functions';
import { signerOf } from '../src/filing/receipts/signing/server/signer.ts';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';
import { getNotice } from '../src/progress/comments/server/answer-notice.ts';
import { readShownVersions } from '../src/progress/comments/server/shown.ts';

const { RECEIPT_SIGNING_KEY, siteUrl } = readEnv();
const signer = signerOf(RECEIPT_SIGNING_KEY);

export default catchFaults(
  'comment-notices',
  async (request: Request, { params: { name = '' } }: Context) => {
    const db = databaseAt(readDatabaseEnv());
    await followSettings(db);
    const readVersions = (id: string) => readShownVersions(db, id);
    return getNotice(request, name, { readVersions, signer, siteUrl, now: new Date() });
  },
);

export const config: Config = { path: '/api/v1/lay-y-kien/:name' };
