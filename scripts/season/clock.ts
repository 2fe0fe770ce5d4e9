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

/**
 * Gives a new database the same clock: functions of the schema `public` that stand before those of the system. To be called before
 * its tables are made, so that their defaults follow it, too.
 */
export async function shiftDatabase(db: Database): Promise<void> {
  await db.query('create table season_clock (shift interval not null)');
  await db.query(`insert into season_clock values ('0')`);
  for (const [name, kind] of [
    ['now', 'stable'],
    ['clock_timestamp', 'volatile'],
  ] as const)
    await db.query(
      `create function public.${name}() returns timestamptz language sql ${kind} as
       'select pg_catalog.${name}() + shift from public.season_clock'`,
    );
  const { rows } = await db.query<{ name: string }>('select current_database() as name');
  await db.query(`alter database "${rows[0]?.name}" set search_path = public, pg_catalog`);
}

/** Moves both clocks on. */
export async function moveOn(db: Database, byMs: number): Promise<void> {
  shiftMs += byMs;
  await db.query(`update season_clock set shift = $1 * interval '1 ms'`, [shiftMs]);
}
