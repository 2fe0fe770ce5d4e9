import { randomUUID } from 'node:crypto';
import { saveRows } from '../../../src/filing/batches/server/store.ts';
import { storeSubmission } from '../../../src/filing/intake/store.ts';
import type { Database } from '../../../src/platform/postgres.ts';

const rounds = 3;
const submissionsARound = 1_000;
/** Submissions at once, as many as the pool has connections. */
const atOnce = 5;

const submission = (name: string) => ({
  form: 'de-cu-tap-the',
  formVersion: '1',
  submissionKey: randomUUID(),
  unitCode: null,
  answers: { name, achievements: 'Số hóa quy trình, giảm một nửa thời gian. '.repeat(20) },
  consentVersion: '1',
});

const ways = {
  statement: (db: Database, name: string) => storeSubmission(db, submission(name)),
  table: (db: Database, name: string) =>
    saveRows(db, { batch: randomUUID(), rows: [{ ...submission(name), number: 1 }] }),
};

/** Submissions a second that one pool stores one by one: in the statement of single submissions, and each as a table of one row. */
export async function storedASecond(db: Database): Promise<Record<keyof typeof ways, number>> {
  const best = { statement: 0, table: 0 };
  for (let round = 0; round < rounds; round += 1) {
    for (const way of ['statement', 'table'] as const) {
      const start = performance.now();
      const worker = async (at: number) => {
        for (let index = at; index < submissionsARound; index += atOnce)
          await ways[way](db, `${way} ${round} ${index}`);
      };
      await Promise.all(Array.from({ length: atOnce }, (_, at) => worker(at)));
      best[way] = Math.max(best[way], submissionsARound / ((performance.now() - start) / 1_000));
    }
  }
  return best;
}
