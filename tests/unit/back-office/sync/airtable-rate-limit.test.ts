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
  await db.query(`update airtable_pace set slowed_at = slowed_at - interval '1 hour'`);
  const { rows } = await db.query<{ gap: number }>(
    `select gap_ms * power(0.5, extract(epoch from clock_timestamp() - slowed_at) / 120) as gap from airtable_pace`,
  );
  expect(Number(rows[0]?.gap)).toBeLessThan(80);
});
