import type { Config } from '@netlify/functions';
import { answerTakedown } from '../src/back-office/takedown/answer-takedown.ts';
import { takeDown } from '../src/gallery/stories/server/takedowns.ts';
import { readDatabaseEnv, readEnv, readReceiptSecret } from '../src/platform/env.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';
import { buildAsker } from '../src/server/builds/build-request.ts';

const askForBuild = buildAsker(readEnv());
const secret = readReceiptSecret();

export default catchFaults('takedowns', (request: Request) => {
  const db = databaseAt(readDatabaseEnv());
  return answerTakedown(request, {
    secret: secret ?? db.secret,
    takeDown: (id, reason) => takeDown(db, id, reason, 'lien-ket'),
    askForBuild: () => askForBuild(db),
  });
});

export const config: Config = { path: ['/go-khan-cap', '/go-khan-cap/'] };
