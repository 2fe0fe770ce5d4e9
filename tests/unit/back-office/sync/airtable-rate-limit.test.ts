import { setTimeout as sleep } from 'node:timers/promises';
import { pacedRun } from '../../../../src/back-office/sync/airtable-rate-limit.ts';
import { expect, test } from '../../../fixtures/database.ts';

const pace = { gapMs: 0, refusedMs: 0, restMs: 300, pauseMs: 600, timeoutMs: 400, runMs: 20_000 };

test('six syncs at once, with calls that are late: never more than five calls within the rest of a slot', async ({
  db,
}) => {
  const arrivals: number[] = [];
  const sync = async () => {
    const { takeTurn } = pacedRun(db, pace);
    for (let call = 0; call < 4; call += 1) {
      const endTurn = await takeTurn();
      await sleep(Math.random() * 100);
      arrivals.push(performance.now());
      await endTurn?.();
    }
  };
  await Promise.all(Array.from({ length: 6 }, sync));
  expect(arrivals).toHaveLength(24);
  arrivals.sort((a, b) => a - b);
  for (const [at, arrival] of arrivals.entries()) {
    const sixth = arrivals[at + 5];
    if (sixth !== undefined) expect(sixth - arrival).toBeGreaterThanOrEqual(pace.restMs);
  }
});

test('a sync that was killed holds its slot no longer than a call may take', async ({ db }) => {
  const { takeTurn } = pacedRun(db, pace);
  for (let slot = 0; slot < 5; slot += 1) await takeTurn();
  const began = performance.now();
  expect(await takeTurn()).not.toBeNull();
  expect(performance.now() - began).toBeLessThan(pace.timeoutMs + pace.restMs + 500);
});

test('a pause holds for calls that are under way, too', async ({ db }) => {
  const { takeTurn, pause } = pacedRun(db, { ...pace, pauseMs: 2_000 });
  const endTurn = await takeTurn();
  await pause();
  await endTurn?.();
  const { rows } = await db.query("select 1 from airtable_slots where free_at < now() + interval '1 second'");
  expect(rows).toEqual([]);
  expect(await pacedRun(db, { ...pace, runMs: 500 }).takeTurn()).toBeNull();
});

test('calls start evenly spaced; after a 429 with twice the gap, and faster again with time', async ({
  db,
}) => {
  const even = { ...pace, restMs: 1, pauseMs: 0, gapMs: 80 };
  const spread = async () => {
    const { takeTurn } = pacedRun(db, even);
    // From before the first call: a busy machine is late with any of them, and the last is never early.
    const before = performance.now();
    let last = before;
    for (let call = 0; call < 4; call += 1) {
      const endTurn = await takeTurn();
      last = performance.now();
      await endTurn?.();
    }
    return last - before;
  };
  expect(await spread()).toBeGreaterThan(3 * 80 - 10);
  await pacedRun(db, even).pause();
  expect(await spread()).toBeGreaterThan(3 * 160 - 20);
  // A clock that jumped back, and a year without a 429.
  for (const since of ["'-1 hour'", "'1 hour'", "'1 year'"]) {
    await db.query(
      `update airtable_pace set gap_ms = 160, slowed_at = clock_timestamp() - interval ${since}`,
    );
    expect(await spread()).toBeGreaterThan(3 * 80 - 10);
  }
});

test('a clock of the database that jumped ahead and back holds nothing up', async ({ db }) => {
  const hurried = { ...pace, runMs: 500, pauseMs: 100, timeoutMs: 100 };
  const ahead = `clock_timestamp() + interval '1 hour'`;
  await db.query(`update airtable_slots set free_at = ${ahead}`);
  await db.query(`update airtable_pace set next_at = ${ahead}`);
  const endTurn = await pacedRun(db, hurried).takeTurn();
  expect(endTurn).not.toBeNull();
  await endTurn?.();
});
