import type { Config, Context } from '@netlify/functions';
import { followSettings } from '../src/filing/settings/server/store.ts';
import { getPressPage } from '../src/gallery/press/server/press-page.ts';
import { pressTools } from '../src/gallery/press/server/press-tools.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const db = () => databaseAt(readDatabaseEnv());
const tools = pressTools(db, readEnv());

export default catchFaults('press-pages', async (request: Request, { params: { name = '' } }: Context) => {
  await followSettings(db());
  return getPressPage(request, name, tools);
});

export const config: Config = { path: ['/bao-chi/dien-hinh/:name', '/bao-chi/dien-hinh/:name/'] };
