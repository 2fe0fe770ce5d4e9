import type { Config, Context } from '@netlify/functions';
import { getModelPaper } from '../src/gallery/do-the-same/server/answer-papers.ts';
import { pressTools } from '../src/gallery/press/server/press-tools.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const tools = pressTools(() => databaseAt(readDatabaseEnv()), readEnv());

export default catchFaults('plan-drafts', (request: Request, { params: { name = '' } }: Context) =>
  getModelPaper(request, name, tools),
);

export const config: Config = { path: '/api/v1/lam-theo/:name' };
