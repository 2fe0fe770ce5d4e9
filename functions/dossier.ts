import type { Config, Context } from '@netlify/functions';
import { postDossier } from '../src/dossier/post-dossier.ts';
import { readEnv } from '../src/env.ts';
import { readBuiltPage } from '../src/http/built-page.ts';
import { openDatabase } from '../src/postgres.ts';
import { countFiling, senderAt } from '../src/submissions/filing-limit.ts';

const db = openDatabase(readEnv().DATABASE_URL);
// Counted apart from filings: whoever drafts a dossier many times can still file.
const within = async (ip: string) => !ip || countFiling(db, senderAt(db, `dossier ${ip}`, new Date()));

export default (request: Request, { ip, params }: Context) =>
  postDossier(request, params.form ?? '', { withinLimit: () => within(ip), readPage: readBuiltPage });

export const config: Config = { path: '/api/dossier/:form' };
