import type { Config, Context } from '@netlify/functions';
import { getEmbed } from '../src/gallery/embed/server/embed-page.ts';
import { pressTools } from '../src/gallery/press/server/press-tools.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const tools = pressTools(() => databaseAt(readDatabaseEnv()), readEnv());

export default catchFaults('embeds', (request: Request, { params: { id = '' } }: Context) =>
  getEmbed(request, id, tools),
);

export const config: Config = { path: ['/nhung/:id', '/nhung/:id/'] };
