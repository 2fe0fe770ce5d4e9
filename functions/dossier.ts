import type { Config, Context } from '@netlify/functions';
import { postDossier } from '../src/dossier/post-dossier.ts';
import { readEnv } from '../src/env.ts';
import { readBuiltPage } from '../src/http/built-page.ts';
import { openDatabase } from '../src/postgres.ts';
import { isWithinLimit } from '../src/submissions/filing-limit.ts';

const db = openDatabase(readEnv().DATABASE_URL);

export default (request: Request, { ip, params }: Context) =>
  postDossier(request, params.form ?? '', {
    withinLimit: () => isWithinLimit(db, ip, 'dossiers'),
    readPage: readBuiltPage,
  });

export const config: Config = { path: '/api/dossier/:form' };
