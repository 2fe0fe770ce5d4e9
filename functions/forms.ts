import type { Config, Context } from '@netlify/functions';
import { readEnv } from '../src/env.ts';
import { readBuiltPage } from '../src/http/built-page.ts';
import { openDatabase } from '../src/postgres.ts';
import { countFiling } from '../src/submissions/filing-limit.ts';
import { postForm } from '../src/submissions/post-form.ts';
import { receiptKeys } from '../src/submissions/receipt-key.ts';
import { saveSubmission } from '../src/submissions/store.ts';

const { DATABASE_URL, RECEIPT_SECRET } = readEnv();
const db = openDatabase(DATABASE_URL);

export default (request: Request, context: Context) =>
  postForm(request, context.params.form ?? '', {
    save: (submission) => saveSubmission(db, submission),
    withinLimit: async () => !context.ip || countFiling(db, context.ip, new Date()),
    readPage: readBuiltPage,
    keys: receiptKeys(db, RECEIPT_SECRET),
  });

export const config: Config = { path: '/api/forms/:form' };
