import type { Database } from '../../../src/platform/postgres.ts';
import { goodNomination } from '../../../tests/fixtures/nominations.ts';

/** Stores nominations, one a second of the clock, the last one now. `name` makes their codes differ from others. */
export async function fileBySql(db: Database, count: number, name = 'x'): Promise<void> {
  await db.query(
    `insert into submissions (code, form, form_version, submission_key, answers, consent_version, received_at)
     select 'DN26-' || $3 || '-' || lpad(n::text, 6, '0'), 'de-cu-tap-the', '2', $3 || n, $1, '2026-11-22',
       now() - ($2::int - n) * interval '1.8 seconds'
     from generate_series(1, $2::int) n`,
    [goodNomination({ periodFrom: '2026-07', periodTo: '2026-10' }), count, name],
  );
}
