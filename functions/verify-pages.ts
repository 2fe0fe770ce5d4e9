import type { Config } from '@netlify/functions';
import {
  readGoneDecisions,
  readPublicNow,
  readWithdrawn,
} from '../src/gallery/honours/server/read-standing.ts';
import { getVerifyPage } from '../src/gallery/honours/server/verify-page.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const { SITE_FOLDER, isLocal } = readEnv();
const readPage = builtPageReader(SITE_FOLDER);
const db = () => databaseAt(readDatabaseEnv());

export default catchFaults('verify-pages', (request: Request) =>
  getVerifyPage(request, {
    readPage,
    readIndex: () => readPage('/xac-minh/chi-muc.json'),
    readPublicNow: (ids) => readPublicNow(db(), ids, isLocal),
    readWithdrawn: (ids) => readWithdrawn(db(), ids),
    readGoneDecisions: () => readGoneDecisions(db()),
  }),
);

export const config: Config = { path: ['/xac-minh', '/xac-minh/'] };
