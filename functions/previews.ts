import type { Config, Context } from '@netlify/functions';
import { countWithin } from '../src/filing/abuse/server/count-limit.ts';
import { networkOf } from '../src/filing/abuse/server/sender.ts';
import { previewLimits } from '../src/gallery/previews/limits.ts';
import { answerPreview } from '../src/gallery/previews/server/answer-preview.ts';
import { recordAnswer } from '../src/gallery/previews/server/answers.ts';
import { findPicture, findPreview } from '../src/gallery/previews/server/previews.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const readPage = builtPageReader(readEnv().SITE_FOLDER);

export default catchFaults('previews', (request: Request, { ip, params: { token = '' } }: Context) => {
  const db = databaseAt(readDatabaseEnv());
  return answerPreview(request, token, {
    secret: db.secret,
    find: (id, until) => findPreview(db, id, until),
    findPicture: (id) => findPicture(db, id),
    record: (id, answer) => recordAnswer(db, id, answer),
    within: (what, id) => countWithin(db, previewLimits(what, id, networkOf(ip))),
    readPage,
  });
});

export const config: Config = { path: ['/xem-truoc/:token/', '/xem-truoc/:token', '/xem-truoc/:token/anh'] };
