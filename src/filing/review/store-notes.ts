import type { Database } from '../../platform/postgres.ts';
import { nameKey } from '../../vietnamese/name-key.ts';
import { isAvailable, nameOfColumn } from '../delivery/pulled-row.ts';
import { noteProblems } from '../delivery/row-problems.ts';
import type { StaffDecision } from '../submission.ts';

interface StoredNote {
  author: string;
  note: string;
  emptied: boolean;
}

type Reviewed = StaffDecision & { code: string; review: NonNullable<StaffDecision['review']> };

/** Why a note cannot be taken, in words for staff; null where it can. */
function problemOf(row: Reviewed, stored: readonly StoredNote[]): string | null {
  const { author, note } = row.review;
  const column = (field: string) => `Cột “${nameOfColumn(row, field)}”`;
  if (note === '') return `${column('note')}: còn trống mà đã gửi. Viết ý kiến, hoặc bỏ đánh dấu.`;
  if (author === '') return `${column('noteAuthor')}: còn trống. Ghi họ tên người viết ý kiến này.`;
  const isSame = stored.length === 1 && nameKey(stored[0]?.author ?? '') === nameKey(author);
  return isSame
    ? `${column('noteAuthor')}: ${author} đã gửi ý kiến thứ nhất. Ý kiến thứ hai phải của người khác.`
    : null;
}

/**
 * Takes the notes that staff have finished. A note that was taken and not yet emptied in its row is not taken twice. What cannot be
 * taken is told.
 */
export async function storeNotes(db: Database, rows: readonly StaffDecision[]): Promise<void> {
  const readable = rows.filter(
    (row): row is Reviewed =>
      row.code !== null &&
      row.review !== undefined &&
      ['noteAuthor', 'note', 'noteDone'].every((field) => isAvailable(row, field)),
  );
  const told = new Map<string, string | null>(readable.map(({ recordId }) => [recordId, null]));
  for (const row of readable.filter(({ review }) => review.isDone)) {
    const { code, recordId, review } = row;
    const { rows: stored } = await db.query<StoredNote>(
      'select author, note, emptied_at is not null as emptied from review_notes where code = $1 order by place',
      [code],
    );
    if (
      stored.some(({ author, note, emptied }) => !emptied && author === review.author && note === review.note)
    )
      continue;
    const problem = problemOf(row, stored);
    told.set(recordId, problem);
    if (problem !== null) continue;
    await db.query(
      `insert into review_notes (code, place, author, note)
       select code, $2, $3, $4 from submissions where code = $1 on conflict do nothing`,
      [code, stored.length + 1, review.author, review.note],
    );
  }
  await noteProblems(db, 'review', told);
}

/** Rows whose notes were taken and still stand in them. At most ten. */
export async function notesToEmpty(db: Database): Promise<{ code: string; recordId: string }[]> {
  const { rows } = await db.query<{ code: string; recordId: string }>(
    `select distinct n.code, d.record_id as "recordId" from review_notes n join deliveries d using (code)
     join base_rows b on b.record_id = d.record_id and b.gone_at is null where n.emptied_at is null order by n.code limit 10`,
  );
  return rows;
}

/** Notes that rows hold their notes no more. */
export async function noteEmptied(db: Database, codes: readonly string[]): Promise<void> {
  await db.query('update review_notes set emptied_at = now() where code = any($1) and emptied_at is null', [
    codes,
  ]);
}
