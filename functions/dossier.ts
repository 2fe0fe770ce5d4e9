import type { Config, Context } from '@netlify/functions';
import { isWithinLimit } from '../src/filing/abuse/server/submission-limit.ts';
import { postDossier } from '../src/filing/dossier/server/post-dossier.ts';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const readPage = builtPageReader(readEnv().SITE_FOLDER);

export default catchFaults('dossier', async (request: Request, { ip, params }: Context) => {
  const db = databaseAt(readDatabaseEnv());
  await followSettings(db);
  return postDossier(request, params.form ?? '', {
    withinLimit: () => isWithinLimit(db, ip, 'dossiers'),
    readPage,
  });
});

export const config: Config = { path: '/api/dossier/:form' };
