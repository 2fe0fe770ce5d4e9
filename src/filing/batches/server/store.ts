import { type CopyState, copyState } from '../../mail/copy-state.ts';
import { type Database, inTransaction, queryWithRetry } from '../../../platform/postgres.ts';
import { withdrawnStates } from '../../states.ts';
import type { Submission } from '../../submission.ts';
import { keepQuestions } from '../../intake/form-versions.ts';
import { isOverloaded } from '../../intake/intake-rate.ts';
import type { Intake } from '../../intake/store.ts';
import { admitRows } from './admit-rows.ts';
import { keepNote } from './batch-notes.ts';
import { findRows } from './find-rows.ts';
import { insertRows } from './insert-rows.ts';
import type { NewTable, SavedTable } from './new-table.ts';

/** What a page that lists a batch shows of a filing. */
export interface BatchRow {
  number: number;
  code: string;
  form: string;
  name: string;
  receivedAt: Date;
  isWithdrawn: boolean;
  /** Whether who opens the list may open the filing, too. */
  isOwn: boolean;
  /** What became of the letter about this batch that the row is in. */
  copy: CopyState;
  /** The address of that letter, as it was typed. */
  copyTo: string | null;
}

/** Tables of one unit are stored one after the other: no two of them ask at once whether a row is there. */
const inTurn = 'select pg_advisory_xact_lock(hashtextextended($1, 113))';

/**
 * Stores rows, as many as their sender may still file, and lists them under their batch; a row of a key
 * that is there is found, not stored again, but for one that was withdrawn. Returns every row that is in the store: what is
 * missing there was too many. Where copies are sent, what was
 * stored goes out in one letter. Resolves only when PostgreSQL has committed; throws the driver's error otherwise.
 */
export async function saveRows(db: Database, table: NewTable, intake: Intake = {}): Promise<SavedTable> {
  const [first] = table.rows;
  if (!first) return { ok: true, rows: [] };
  await keepQuestions(db, first);
  const busy = await isOverloaded(db, intake.doubts, table.rows.length);
  return inTransaction(db, async (client) => {
    await client.query(inTurn, [`${first.form} ${first.unitCode}`]);
    const found = await findRows(client, table);
    const numbers = found.map(({ number }) => number);
    const fresh = table.rows.filter(({ number }) => !numbers.includes(number));
    const admitted = await admitRows(client, fresh.length, intake, busy);
    if (!admitted.ok) return admitted;
    const rows = fresh.slice(0, admitted.room);
    const stored = [...found, ...(await insertRows(client, { ...table, rows }, intake))];
    await keepNote(client, table.batch, table.note);
    return { ok: true, rows: stored };
  });
}

/** The filings of a batch in the order of their arrival; none where it is not known, or all were erased. */
export async function findBatch(db: Database, batch: string): Promise<BatchRow[]> {
  const { rows } = await queryWithRetry<BatchRow>(
    db,
    `select b.row_number as number, s.code, s.form, coalesce(s.answers->>'name', '') as name,
            s.received_at as "receivedAt", s.state = any($2) as "isWithdrawn", b.with_key as "isOwn", s.answers->>'contactEmail' as "copyTo", ${copyState} as copy
     from batch_rows b join submissions s using (code)
          left join receipt_copies c on c.code = b.code and c.batch = b.batch
     where b.batch = $1
     order by s.received_at, b.row_number, s.code`,
    [batch, withdrawnStates],
  );
  return rows;
}

/** The answers of filings as they stand now, in the order of the codes; those that were erased are left out. */
export async function findAnswers(db: Database, codes: readonly string[]): Promise<Submission['answers'][]> {
  const { rows } = await queryWithRetry<Pick<Submission, 'answers'>>(
    db,
    `select s.answers from unnest($1::text[]) with ordinality as asked (code, place) join submissions s using (code)
     order by asked.place`,
    [codes],
  );
  return rows.map(({ answers }) => answers);
}
