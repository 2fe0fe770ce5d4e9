import type { PoolClient } from 'pg';
import { type Database, queryWithRetry } from '../../../platform/postgres.ts';
import { isEmptyNote, type Note, readNote } from '../note.ts';

/** Stores the note on the lines that a table left out, in the transaction of `client`. Sending the batch again replaces it. */
export async function keepNote(client: PoolClient, batch: string, note: Note | undefined): Promise<void> {
  if (!note || isEmptyNote(note)) return;
  await client.query(
    `insert into batch_notes (batch, left_out) select $1, $2
     where exists (select 1 from batch_rows where batch = $1)
     on conflict (batch) do update set left_out = excluded.left_out`,
    [batch, note],
  );
}

/** The stored note on the lines that a table left out. */
export async function findNote(db: Database, batch: string): Promise<Note> {
  const { rows } = await queryWithRetry<{ note: unknown }>(
    db,
    'select left_out as note from batch_notes where batch = $1',
    [batch],
  );
  return readNote(rows[0]?.note);
}
