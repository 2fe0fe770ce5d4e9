import type { Database } from '../../../platform/postgres.ts';
import type { WaitingRow } from '../../waiting-rows.ts';
import type { AddressOfRow, ListedRow } from '../health.ts';

interface Place {
  recordId: string;
  code: string | null;
  table: string;
}

/** Rows that wait, each with the address of its row: that of its record, or else the only one with its code. */
export async function listedRows(
  db: Database,
  rows: readonly WaitingRow[],
  addressOf: AddressOfRow,
): Promise<ListedRow[]> {
  const { rows: places } = await db.query<Place>(
    `select record_id as "recordId", code, table_name as "table" from base_rows
     where gone_at is null and (record_id = any($1) or code = any($2))`,
    [rows.flatMap(({ recordId }) => recordId ?? []), rows.flatMap(({ code }) => code ?? [])],
  );
  const byRecord = new Map(places.map((place) => [place.recordId, place]));
  const byCode = Map.groupBy(places, ({ code }) => code);
  const placeOf = ({ recordId, code }: WaitingRow): Place | undefined => {
    if (recordId !== null && byRecord.has(recordId)) return byRecord.get(recordId);
    const [first, ...others] = code === null ? [] : (byCode.get(code) ?? []);
    return others.length === 0 ? first : undefined;
  };
  return rows.map((row) => {
    const place = placeOf(row);
    return { ...row, address: place ? addressOf(place.table, place.recordId) : null };
  });
}
