import type { Config } from '@netlify/functions';
import { postBuildHook } from '../src/back-office/sync/rebuild.ts';
import { answerTakedown } from '../src/back-office/takedown/answer-takedown.ts';
import { takeDown } from '../src/gallery/stories/server/takedowns.ts';
import { readEnv, readReceiptSecret } from '../src/platform/env.ts';
import { openDatabase } from '../src/platform/postgres.ts';

const { DATABASE_URL, BUILD_HOOK_URL } = readEnv();
const db = openDatabase(DATABASE_URL);

export default (request: Request) =>
  answerTakedown(request, {
    secret: readReceiptSecret() ?? String(db.options.connectionString),
    takeDown: (id, reason) => takeDown(db, id, reason),
    askForBuild: () => postBuildHook(BUILD_HOOK_URL),
  });

export const config: Config = { path: ['/go-khan-cap', '/go-khan-cap/'] };
