import { noteRecordsGone } from '../../filing/delivery/row-problems.ts';
import { renewDecisionLinks } from '../../gallery/award-decisions/server/import-rows.ts';
import { renewPreviews } from '../../gallery/previews/server/previews.ts';
import type { Database } from '../../platform/postgres.ts';
import { renewReleaseLinks } from '../releases/renew-links.ts';
import { renewYears } from '../statistics/years.ts';
import { type RowThatDiffers, rowsThatDiffer, settleNotes, whereToLook } from './rows-to-tell.ts';
import { withLinks } from './told-links.ts';
import type { Told } from './wanted-cells.ts';

/** Writes what is told into at most ten rows of a table. `gone`: records that are not there any more. */
export type TellRows = (
  table: string,
  rows: readonly { recordId: string; told: Told }[],
) => Promise<{ gone: string[]; isTold: boolean }>;

/** Rows in one call. */
const rowsACall = 10;
/** Most rows that one run writes. */
const rowsARun = 300;

/** Tells these rows of one table. False where the base has no columns for it yet. */
async function tellTable(
  db: Database,
  { siteUrl, tell }: { siteUrl: string; tell: TellRows },
  table: string,
  rows: readonly RowThatDiffers[],
): Promise<boolean> {
  for (let start = 0; start < rows.length; start += rowsACall) {
    const batch = rows.slice(start, start + rowsACall);
    const { gone, isTold } = await tell(
      table,
      batch.map((row) => ({ recordId: row.recordId, told: withLinks(db, siteUrl, row) })),
    );
    await noteRecordsGone(db, gone);
    if (!isTold) return false;
    const there = batch.filter(({ recordId }) => !gone.includes(recordId));
    await db.query(
      `update base_rows b set told = said.told
       from jsonb_to_recordset($1::jsonb) as said ("recordId" text, told jsonb) where b.record_id = said."recordId"`,
      [JSON.stringify(there)],
    );
  }
  return true;
}

/**
 * Tells staff, in each row, where it stands and what is wrong with it. Looks at the rows that something changed for, and writes only
 * what differs from what was written before, so our own writes cause no more. Throws what `tell` throws; the next run goes on.
 */
export async function tellStaff(db: Database, siteUrl: string, tell: TellRows): Promise<void> {
  await renewPreviews(db);
  await renewDecisionLinks(db);
  await renewYears(db);
  await renewReleaseLinks(db);
  const place = await whereToLook(db);
  /** Tables that the base has no columns for: their rows must not take the places of others. */
  const closed: string[] = [];
  let isDone = false;
  for (let left = rowsARun; left > 0 && !isDone; ) {
    const rows = await rowsThatDiffer(db, place.records, { siteUrl, except: closed, limit: left });
    const before = closed.length;
    for (const [table, some] of Map.groupBy(rows, (row) => row.table)) {
      if (await tellTable(db, { siteUrl, tell }, table, some)) left -= some.length;
      else closed.push(table);
    }
    isDone = closed.length === before && left > 0;
  }
  if (isDone) await settleNotes(db, place);
}
