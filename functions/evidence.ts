import type { Config, Context } from '@netlify/functions';
import { askedAgain } from '../src/after-filing/supplement.ts';
import { readEnv } from '../src/env.ts';
import { filingFiles } from '../src/evidence/filing-files.ts';
import { netlifyBlobs } from '../src/evidence/netlify-blobs.ts';
import { postEvidence } from '../src/evidence/post-evidence.ts';
import { openDatabase } from '../src/postgres.ts';
import { filesName } from '../src/schemas/forms/kept-file.ts';

const db = openDatabase(readEnv().DATABASE_URL);

export default (request: Request, { ip }: Context) =>
  postEvidence(request, {
    ...filingFiles(db, netlifyBlobs, ip),
    isAsked: async (form, code) => {
      const again = await askedAgain(db, code);
      return again?.form.id === form && again.asked.includes(filesName);
    },
  });

export const config: Config = { path: '/api/evidence' };
