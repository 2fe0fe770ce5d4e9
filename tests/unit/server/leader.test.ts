import { setTimeout as sleep } from 'node:timers/promises';
import { whileLeader } from '../../../src/server/leader.ts';
import { expect, test } from '../../fixtures/database.ts';

/** Processes that compete for one work on a database, and what they saw. */
function election(databaseUrl: string) {
  const [log, ends]: [string[], (() => Promise<void>)[]] = [[], []];
  let [atOnce, most] = [0, 0];
  return {
    log,
    most: () => most,
    leaders: () => log.filter((line) => line.endsWith('leads')).length,
    join: (name: string, work = 'sync') => {
      const stop = new AbortController();
      const running = whileLeader(
        {
          databaseUrl,
          work,
          everyMs: 30,
          onChange: (leads) => void log.push(`${name} ${leads ? 'leads' : 'rests'}`),
          onFault: () => undefined,
        },
        stop.signal,
        async (signal) => {
          atOnce += 1;
          most = Math.max(most, atOnce);
          while (!signal.aborted) await sleep(20, undefined, { signal }).catch(() => undefined);
          atOnce -= 1;
        },
      );
      const end = async () => {
        stop.abort();
        await running;
      };
      ends.push(end);
      return end;
    },
    close: () => Promise.all(ends.map((end) => end())),
  };
}

test('one of two servers leads; the other takes over when it ends', async ({ databaseUrl }) => {
  const { join, log, most, close } = election(databaseUrl);
  const endFirst = join('first');
  await expect.poll(() => log).toEqual(['first leads']);
  join('second');
  await sleep(150);
  expect(log).toEqual(['first leads']);
  await endFirst();
  await expect.poll(() => log).toEqual(['first leads', 'first rests', 'second leads']);
  await close();
  expect(most()).toBe(1);
});

test('a leader whose connection is cut rests, and someone leads again', async ({ databaseUrl, db }) => {
  const { join, log, leaders, close } = election(databaseUrl);
  join('first');
  join('second');
  await expect.poll(leaders).toBe(1);
  await db.query(
    `select pg_terminate_backend(pid) from pg_locks join pg_database on pg_database.oid = database
     where datname = current_database() and locktype = 'advisory' and classid = 115 and granted`,
  );
  await expect.poll(leaders).toBe(2);
  expect(log.filter((line) => line.endsWith('rests'))).toHaveLength(1);
  await close();
});

test('different works have different leaders', async ({ databaseUrl }) => {
  const { join, leaders, close } = election(databaseUrl);
  join('first', 'sync');
  join('second', 'builds of a machine');
  await expect.poll(leaders).toBe(2);
  await close();
});

test('a leader without a database competes until there is one', async () => {
  const { join, log, close } = election('postgres://nobody@127.0.0.1:1/nothing');
  join('first');
  await sleep(100);
  await close();
  expect(log).toEqual([]);
});
