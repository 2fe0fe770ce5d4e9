import type { Config, Context } from '@netlify/functions';
import { readEnv } from '../src/env.ts';
import { filingFiles } from '../src/evidence/filing-files.ts';
import { netlifyBlobs } from '../src/evidence/netlify-blobs.ts';
import { postEvidence } from '../src/evidence/post-evidence.ts';
import { openDatabase } from '../src/postgres.ts';

const db = openDatabase(readEnv().DATABASE_URL);

export default (request: Request, { ip }: Context) =>
  postEvidence(request, filingFiles(db, netlifyBlobs, ip));

export const config: Config = { path: '/api/evidence' };
