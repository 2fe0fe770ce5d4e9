import { type PulledRow, storableRow } from '../../filing/delivery/pulled-row.ts';
import { noteProblems, noteRows } from '../../filing/delivery/row-problems.ts';
import type { Database } from '../../platform/postgres.ts';
import { type ReadRelease, readRelease } from './read-row.ts';

/** Name of the table of releases in the code. */
export const releaseTable = 'Đợt công bố';

interface KnownRelease {
  recordId: string;
  key: string;
  at: Date | null;
  isConfirmed: boolean;
  hasBegun: boolean;
}

async function knownReleases(db: Database): Promise<KnownRelease[]> {
  const { rows } = await db.query<KnownRelease>(
    `select record_id as "recordId", key, release_at as at, confirmed as "isConfirmed", begun_at is not null as "hasBegun"
     from releases`,
  );
  return rows;
}

const copied = 'Có đợt khác cùng tên, và trang theo đợt đó. Đặt tên khác cho hàng này, hoặc xóa hàng này.';
const begun =
  'Đợt đã công bố, nên đổi “Tên”, “Giờ công bố”, “Trạng thái” ở đây không còn tác dụng. Sửa từng hàng của đợt.';

/** A time too long past counts as none: it was a slip, or the release lacked something until then. */
async function save(
  db: Database,
  { recordId, name, key, at, isTooLate, isConfirmed, mayBeIncomplete }: ReadRelease,
): Promise<void> {
  await db.query(
    `insert into releases as r (record_id, name, key, release_at, confirmed, may_be_incomplete) values ($1, $2, $3, $4, $5, $6)
     on conflict (record_id) do update set name = excluded.name, key = excluded.key, release_at = excluded.release_at,
       confirmed = excluded.confirmed, may_be_incomplete = excluded.may_be_incomplete, seen_at = now()
     where r.begun_at is null`,
    [recordId, name, key, isTooLate ? null : at, isConfirmed, mayBeIncomplete],
  );
}

/** Forgets releases whose rows are gone, unless they have begun. Their rows wait on, and say so. */
export async function forgetReleases(db: Database, recordIds: readonly string[]): Promise<void> {
  await db.query('delete from releases where record_id = any($1) and begun_at is null', [recordIds]);
}

/** Forgets releases that a complete listing, begun at `since`, did not hold, unless they have begun. */
export async function forgetUnseenReleases(db: Database, since: Date): Promise<void> {
  await db.query('delete from releases where seen_at < $1 and begun_at is null', [since]);
}

/** Imports one page of rows of `Đợt công bố`. A release that has begun stays as it was then. */
export async function importReleases(db: Database, pulled: readonly PulledRow[], now: Date): Promise<void> {
  const problems = new Map<string, string | null>();
  const codes = new Map<string, string | null>();
  const rows = pulled.map(storableRow);
  // Twice: a name may be free once the rows after it are read.
  for (const row of [...rows, ...rows]) {
    const known = await knownReleases(db);
    const own = known.find(({ recordId }) => recordId === row.recordId);
    const { release, problems: wrong } = readRelease(row, now);
    const isCopy = known.some(({ key, recordId }) => key === release?.key && recordId !== row.recordId);
    const isChanged =
      release?.key !== own?.key || !release?.isConfirmed || release.at?.getTime() !== own?.at?.getTime();
    codes.set(row.recordId, release?.name ?? null);
    if (own?.hasBegun) problems.set(row.recordId, isChanged ? begun : null);
    else problems.set(row.recordId, [...(isCopy ? [copied] : []), ...wrong].join('\n') || null);
    if (own?.hasBegun) continue;
    if (release && !isCopy) await save(db, release);
    else await forgetReleases(db, [row.recordId]);
  }
  await db.query('update releases set seen_at = now() where record_id = any($1)', [[...problems.keys()]]);
  await noteRows(
    db,
    releaseTable,
    [...codes].map(([recordId, code]) => ({ recordId, code })),
  );
  await noteProblems(db, 'row', problems);
}
