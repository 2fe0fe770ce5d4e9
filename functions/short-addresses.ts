import type { Config, Context } from '@netlify/functions';
import { findStoryPath, getShortAddress } from '../src/gallery/stories/server/short-address.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const readPage = builtPageReader(readEnv().SITE_FOLDER);

export default catchFaults('short-addresses', (request: Request, { params: { id = '' } }: Context) =>
  getShortAddress(request, id, {
    find: (wanted) => findStoryPath(databaseAt(readDatabaseEnv()), wanted),
    readPage,
  }),
);

export const config: Config = { path: ['/d/:id', '/d/:id/', '/D/:id', '/D/:id/'] };
