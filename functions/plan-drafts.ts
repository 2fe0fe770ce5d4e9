import type { Config, Context } from '@netlify/functions';
import { getPlanDraft } from '../src/gallery/do-the-same/server/plan-draft.ts';
import { pressTools } from '../src/gallery/press/server/press-tools.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const tools = pressTools(() => databaseAt(readDatabaseEnv()), readEnv());

export default catchFaults('plan-drafts', (request: Request, { params: { name = '' } }: Context) =>
  getPlanDraft(request, name, tools),
);

export const config: Config = { path: '/api/v1/lam-theo/:name' };
