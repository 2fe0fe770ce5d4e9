import { nameOfColumn } from '../../../filing/delivery/pulled-row.ts';
import type { Database } from '../../../platform/postgres.ts';
import type { StoryRow } from '../record.ts';
import { requiredRules } from '../rules.ts';

/** The first part of a `Mã`. */
type Prefix = 'MH' | 'VD';

/** Gives the next free numbers of a kind; none is given twice. */
export type NextIds = (prefix: Prefix, count: number) => Promise<string[]>;

/** A row that needs a `Mã` of its own. */
interface RowWithoutId {
  row: StoryRow;
  prefix: Prefix;
}

/** The row, if staff have begun to fill it and it lacks a `Mã`, or has one that is another row's. */
export function lacksId(
  row: StoryRow,
  claimed: { isTaken: boolean; id: string | null },
): RowWithoutId | null {
  const kind = requiredRules.kind(row.cells.kind).value;
  const isBegun = kind !== undefined && requiredRules.name(row.cells.name).value !== undefined;
  if (!isBegun || (claimed.id !== null && !claimed.isTaken)) return null;
  return { row, prefix: kind === 'mo-hinh' ? 'MH' : 'VD' };
}

/** What staff are told of the `Mã` that each of these rows may have, by record. A row is offered the same one until it has one. */
export async function proposeIds(
  db: Database,
  rows: readonly RowWithoutId[],
  nextIds: NextIds,
): Promise<Map<string, string>> {
  const offers = new Map<string, string>();
  if (rows.length === 0) return offers;
  const { rows: kept } = await db.query<{ recordId: string; id: string }>(
    `select record_id as "recordId", proposed_id as id from base_rows where record_id = any($1) and proposed_id is not null
       and not exists (select from base_rows o where o.code = base_rows.proposed_id and o.record_id <> base_rows.record_id)`,
    [rows.map(({ row }) => row.recordId)],
  );
  const earlier = new Map(kept.map(({ recordId, id }) => [recordId, id]));
  for (const prefix of ['MH', 'VD'] as const) {
    const own = rows.filter((one) => one.prefix === prefix);
    const isFit = (id: string | undefined) => id?.startsWith(prefix) === true;
    const lacking = own.filter(({ row }) => !isFit(earlier.get(row.recordId)));
    const ids = await nextIds(prefix, lacking.length);
    for (const [at, { row }] of lacking.entries()) earlier.set(row.recordId, ids[at] ?? '');
    for (const { row } of own)
      offers.set(
        row.recordId,
        `Cột “${nameOfColumn(row, 'id')}”: mã tiếp theo chưa ai dùng là ${earlier.get(row.recordId)}. Ghi mã này.`,
      );
  }
  await db.query(
    `update base_rows b set proposed_id = o.id from unnest($1::text[], $2::text[]) as o (record_id, id) where b.record_id = o.record_id`,
    [rows.map(({ row }) => row.recordId), rows.map(({ row }) => earlier.get(row.recordId) ?? null)],
  );
  return offers;
}
