import type { Config, Context } from '@netlify/functions';
import { postDossier } from '../src/filing/dossier/server/post-dossier.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';
import { isWithinLimit } from '../src/filing/abuse/server/submission-limit.ts';

const readPage = builtPageReader(readEnv().SITE_FOLDER);

export default catchFaults('dossier', (request: Request, { ip, params }: Context) =>
  postDossier(request, params.form ?? '', {
    withinLimit: () => isWithinLimit(databaseAt(readDatabaseEnv()), ip, 'dossiers'),
    readPage,
  }),
);

export const config: Config = { path: '/api/dossier/:form' };
