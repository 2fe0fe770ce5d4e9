import type { Config, Context } from '@netlify/functions';
import { postDossier } from '../src/filing/dossier/server/post-dossier.ts';
import { readEnv } from '../src/platform/env.ts';
import { readBuiltPage } from '../src/platform/http/built-page.ts';
import { openDatabase } from '../src/platform/postgres.ts';
import { isWithinLimit } from '../src/filing/abuse/server/filing-limit.ts';

const db = openDatabase(readEnv().DATABASE_URL);

export default (request: Request, { ip, params }: Context) =>
  postDossier(request, params.form ?? '', {
    withinLimit: () => isWithinLimit(db, ip, 'dossiers'),
    readPage: readBuiltPage,
  });

export const config: Config = { path: '/api/dossier/:form' };
