import type { Database } from '../../platform/postgres.ts';
import { cleanText } from '../../vietnamese/clean-text.ts';
import { withLinks } from './told-links.ts';
import type { WantedCells } from './wanted-cells.ts';

/** A row as it was pulled, with what stands in the columns that the sync alone writes; see `PulledRow`. */
export interface RowAsRead {
  recordId: string;
  told?: Readonly<Record<string, string>>;
}

/** Private addresses are made when they are written, from a time that is kept under another name. */
const keptAs: Readonly<Record<string, string>> = { preview: 'links', confirm: 'links', page: 'pageUntil' };

const gistOf = (text: string) => cleanText(text).replace(/\s+/g, ' ').trim();

function isAsWritten(property: string, cell: string, text = ''): boolean {
  const written = gistOf(text);
  // The address of the site may have changed; what follows it may not.
  return property in keptAs && written !== '' ? cell.endsWith(written) : cell === written;
}

/**
 * Takes in what a program wrote where the sync alone writes, by what it says: what is our own says what we wrote. Rows of which
 * answers of staff are kept are compared again.
 */
export async function noteWritten(db: Database, rows: readonly RowAsRead[]): Promise<void> {
  if (rows.length === 0) return;
  await noteOverwritten(db, rows);
  await db.query(
    `update base_rows b set seen_at = now() from deliveries d
     where d.record_id = b.record_id and d.kept <> '{}' and b.record_id = any($1) and b.gone_at is null`,
    [rows.map(({ recordId }) => recordId)],
  );
}

/**
 * Notes of pulled rows where a cell that the sync alone writes says something else than was written there: `tellStaff` then writes
 * what is true.
 */
export async function noteOverwritten(db: Database, rows: readonly RowAsRead[]): Promise<void> {
  const read = new Map(rows.flatMap(({ recordId, told }) => (told ? [[recordId, told] as const] : [])));
  if (read.size === 0) return;
  const { rows: known } = await db.query<{
    recordId: string;
    table: string;
    code: string;
    told: WantedCells;
  }>(
    `select record_id as "recordId", table_name as "table", code, coalesce(told, '{}') as told
     from base_rows where record_id = any($1) and gone_at is null`,
    [[...read.keys()]],
  );
  const overwritten = known.flatMap((row) => {
    const written: Readonly<Record<string, string | undefined>> = withLinks(db, '', row);
    const cells = Object.entries(read.get(row.recordId) ?? {});
    const marks = cells
      .filter(([property, cell]) => !isAsWritten(property, cell, written[property]))
      .map(([property]) => [keptAs[property] ?? property, ''] as const);
    return marks.length > 0 ? [{ record_id: row.recordId, marks: Object.fromEntries(marks) }] : [];
  });
  if (overwritten.length === 0) return;
  // No row is ever to say the empty text, so what is marked differs from what it should say.
  await db.query(
    `with marked as (
       update base_rows b set told = coalesce(b.told, '{}') || o.marks
       from jsonb_to_recordset($1::jsonb) as o (record_id text, marks jsonb) where b.record_id = o.record_id
       returning b.record_id
     ) insert into rows_to_tell (kind, key) select 'record', record_id from marked`,
    [JSON.stringify(overwritten)],
  );
}
