import type { Database } from '../../../platform/postgres.ts';
import type { Fault } from '../bounds.ts';
import type { Alert } from '../health.ts';

/** Whom to tell: each takes a text in Vietnamese, and throws when it could not be told. */
export type TellOperator = (text: string) => Promise<void>;

/** The bounds that are passed, longest first. */
export async function openAlerts(db: Database): Promise<Alert[]> {
  // As JSON, because a deploy runs this code for a moment on the schema before migration 0089.
  const { rows } = await db.query<Alert>(
    `select name, words, since from health_alerts a where to_jsonb(a) ->> 'well_at' is null order by since, name`,
  );
  return rows;
}

/** A run that claimed alerts and is not heard of again was cut off: the next one tells. */
const isFree = `(claimed_at is null or claimed_at < now() - interval '2 minutes')`;
const open = `insert into health_alerts (name, words)
  select * from unnest($1::text[], $2::text[])
  on conflict (name) do update set words = excluded.words, well_at = null`;
const close = 'update health_alerts set well_at = now() where well_at is null and name <> all($1)';
/** What was well again before anybody was told of it. */
const forget = `delete from health_alerts where well_at is not null and told_at is null and ${isFree}`;
/** Claims the alerts to tell, so that two runs do not both tell. */
const claim = `update health_alerts set claimed_at = now()
  where (told_at is null) = (well_at is null) and ${isFree} returning name, words, well_at is not null as "isWell"`;
const unclaim = 'update health_alerts set claimed_at = null where name = any($1)';
const noteTold = 'update health_alerts set told_at = now(), claimed_at = null where name = any($1)';
const noteWell = 'delete from health_alerts where name = any($1)';

type Claimed = Fault & { isWell: boolean };

const lineOf = ({ words, isWell }: Claimed) =>
  isWell ? `Đã trở lại bình thường. Trước đó: ${words}` : `Cần xử lý: ${words}`;

/**
 * Records which bounds are passed, and tells of each once when it is passed and once when it is well again. What could not be
 * told, or what a run was telling when it was cut off, is told by a later run. Throws what `tell` throws.
 */
export async function watchBounds(db: Database, faults: readonly Fault[], tell: TellOperator): Promise<void> {
  const names = faults.map(({ name }) => name);
  await db.query(open, [names, faults.map(({ words }) => words)]);
  await db.query(close, [names]);
  await db.query(forget);
  const { rows: claimed } = await db.query<Claimed>(claim);
  if (claimed.length === 0) return;
  const namesOf = (isWell: boolean) => claimed.filter((one) => one.isWell === isWell).map(({ name }) => name);
  try {
    await tell(
      claimed
        .toSorted((a, b) => Number(a.isWell) - Number(b.isWell))
        .map(lineOf)
        .join('\n'),
    );
  } catch (error) {
    await db.query(unclaim, [claimed.map(({ name }) => name)]);
    throw error;
  }
  await db.query(noteTold, [namesOf(false)]);
  await db.query(noteWell, [namesOf(true)]);
}
