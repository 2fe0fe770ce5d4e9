import type { Config, Context } from '@netlify/functions';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { findOut, readOut } from '../src/gallery/press/release-kit/server/read-releases.ts';
import { getReleasePage } from '../src/gallery/press/release-kit/server/release-page.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const db = () => databaseAt(readDatabaseEnv());
const { SITE_FOLDER, isLocal, siteUrl } = readEnv();

export default catchFaults('release-kits', async (request: Request, { params: { name = '' } }: Context) => {
  await followSettings(db());
  return getReleasePage(request, name, {
    readOut: () => readOut(db(), isLocal),
    findOut: (slug) => findOut(db(), slug, isLocal),
    readPage: builtPageReader(SITE_FOLDER),
    origin: siteUrl,
  });
});

export const config: Config = {
  path: ['/bao-chi/dot', '/bao-chi/dot/', '/bao-chi/dot/:name', '/bao-chi/dot/:name/'],
};
