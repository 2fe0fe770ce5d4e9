import { type Database, inTransaction, queryWithRetry } from '../../../platform/postgres.ts';
import { keepQuestions } from '../../intake/form-versions.ts';
import { isOverloaded } from '../../intake/intake-rate.ts';
import type { Intake } from '../../intake/store.ts';
import { type CopyState, copyState } from '../../mail/copy-state.ts';
import { withdrawnStates } from '../../states.ts';
import type { Submission } from '../../submission.ts';
import { admitRows } from './admit-rows.ts';
import { keepNote } from './batch-notes.ts';
import { findSavedRows } from './find-rows.ts';
import { insertRows } from './insert-rows.ts';
import type { NewTable, SavedTable } from './new-table.ts';

/** A submission as the page of a batch lists it. */
export interface BatchRow {
  number: number;
  code: string;
  form: string;
  name: string;
  receivedAt: Date;
  isWithdrawn: boolean;
  /** Whether the reader of the list may open the submission too. */
  isOwn: boolean;
  /** State of the letter about this batch that names the row. */
  copy: CopyState;
  /** The e-mail address of that letter, as typed. */
  copyTo: string | null;
}

/** Locks a unit, so that two tables of it never look for the same row at once. */
const inTurn = 'select pg_advisory_xact_lock(hashtextextended($1, 113))';

/**
 * Stores as many rows as the sender may still file and lists them under their batch. A row whose key is stored already is not
 * stored again, unless that submission was withdrawn. Returns every stored row; a missing row exceeded the rate limit. If e-mail
 * is on, one letter names the new rows. Resolves once PostgreSQL has committed; throws the driver's error otherwise.
 */
export async function saveRows(db: Database, table: NewTable, intake: Intake = {}): Promise<SavedTable> {
  const [first] = table.rows;
  if (!first) return { ok: true, rows: [] };
  await keepQuestions(db, first);
  const busy = await isOverloaded(db, intake.doubts, table.rows.length);
  return inTransaction(db, async (client) => {
    await client.query(inTurn, [`${first.form} ${first.unitCode}`]);
    const found = await findSavedRows(client, table);
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

/** The submissions of a batch in the order of arrival; none if the batch is unknown or all were erased. */
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

/** The current answers of submissions, in the order of the codes, without erased ones. */
export async function findAnswers(db: Database, codes: readonly string[]): Promise<Submission['answers'][]> {
  const { rows } = await queryWithRetry<Pick<Submission, 'answers'>>(
    db,
    `select s.answers from unnest($1::text[]) with ordinality as asked (code, place) join submissions s using (code)
     order by asked.place`,
    [codes],
  );
  return rows.map(({ answers }) => answers);
}
