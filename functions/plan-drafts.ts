import type { Config, Context } from '@netlify/functions';
import { getModelPaper } from '../src/gallery/do-the-same/server/answer-papers.ts';
import { readModelFilePath } from '../src/gallery/model-files/model-file.ts';
import { getModelFile } from '../src/gallery/model-files/server/answer-file.ts';
import { readModelFile } from '../src/gallery/model-files/server/stored-files.ts';
import { pressTools } from '../src/gallery/press/server/press-tools.ts';
import { readDatabaseEnv, readEnv } from '../src/platform/env.ts';
import { catchFaults } from '../src/platform/http/catch-faults.ts';
import { databaseAt } from '../src/platform/postgres.ts';

const env = readEnv();
const db = () => databaseAt(readDatabaseEnv());
const tools = pressTools(db, env);
const readFile = (asked: { id: string; digest: string }) => readModelFile(db(), asked, env.isLocal);

export default catchFaults('plan-drafts', (request: Request, { params: { name = '' } }: Context) => {
  const file = readModelFilePath(name);
  return file ? getModelFile(request, file, { ...tools, readFile }) : getModelPaper(request, name, tools);
});

export const config: Config = { path: '/api/v1/lam-theo/:name' };
