import type { Database } from '../../src/platform/postgres.ts';

const RealDate = Date;
let shiftMs = 0;

/** Gives this process a clock that can be moved on; timers keep the real one. */
export function shiftDate(): void {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given) =>
      given.length === 0 ? new target(target.now() + shiftMs) : Reflect.construct(target, given),
    get: (target, key) => (key === 'now' ? () => target.now() + shiftMs : Reflect.get(target, key)),
  });
}

/** A schema of its own: a backup holds the tables of `public`, and a database that is restored into has none there. */
const schema = 'season';

/**
 * Gives a new database the same clock: functions that are found before those of the system. To be called before its tables are made, so
 * that their defaults follow it, too. Connections that are open already keep the clock of the machine.
 */
export async function shiftDatabase(db: Database): Promise<void> {
  await db.query(`create schema ${schema}`);
  await db.query(`create table ${schema}.clock (shift interval not null)`);
  await db.query(`insert into ${schema}.clock values ($1 * interval '1 ms')`, [shiftMs]);
  for (const [name, kind] of [
    ['now', 'stable'],
    ['clock_timestamp', 'volatile'],
  ] as const)
    await db.query(
      `create function ${schema}.${name}() returns timestamptz language sql ${kind} as
       'select pg_catalog.${name}() + shift from ${schema}.clock'`,
    );
  const { rows } = await db.query<{ name: string }>('select current_database() as name');
  await db.query(`alter database "${rows[0]?.name}" set search_path = public, ${schema}, pg_catalog`);
}

/** Sets the clock of the database alone on, or back. */
export async function jump(db: Database, byMs: number): Promise<void> {
  await db.query(`update ${schema}.clock set shift = shift + $1 * interval '1 ms'`, [byMs]);
}

/** Moves both clocks on. */
export async function moveOn(db: Database, byMs: number): Promise<void> {
  shiftMs += byMs;
  await db.query(`update ${schema}.clock set shift = $1 * interval '1 ms'`, [shiftMs]);
}
