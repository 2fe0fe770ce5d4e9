import type { Config, Context } from '@netlify/functions';
import { getOriginal, readOriginal } from '../src/gallery/photos/original-photo.ts';
import { readStanding } from '../src/gallery/stories/server/standing-story.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { builtPageReader } from '../src/platform/http/built-page.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const { SITE_FOLDER, isLocal, siteUrl } = readEnv();
const readPage = builtPageReader(SITE_FOLDER);

export default catchFaults('original-photos', (request: Request, { params: { name = '' } }: Context) =>
  getOriginal(request, name, {
    read: (id) => readOriginal(databaseAt(readDatabaseEnv()), id, isLocal),
    isGone: async (id) => {
      const { story, wasShown } = await readStanding(databaseAt(readDatabaseEnv()), id, isLocal);
      return !story && wasShown;
    },
    readPage,
    origin: siteUrl,
  }),
);

export const config: Config = { path: '/anh-goc/:name' };
