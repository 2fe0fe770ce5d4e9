import { openDatabase } from '../../../../src/platform/postgres.ts';
import { mayRate } from '../../../../src/site/rating/server/rating-limit.ts';
import { expect, test } from '../../../fixtures/database.ts';

const minute = (at: number) => new Date(Date.UTC(2026, 10, 22, 8, at));

test('processes count the ratings of a sender together: thirty a minute, three hundred an hour', async ({
  databaseUrl,
}) => {
  const processes = Array.from({ length: 4 }, () => openDatabase(databaseUrl));
  const taken = async (address: string, at: Date, each: number) => {
    const calls = processes.flatMap((db) => Array.from({ length: each }, () => mayRate(db, address, at)));
    return (await Promise.all(calls)).filter(Boolean).length;
  };
  expect(await taken('192.0.2.1', minute(0), 10)).toBe(30);
  expect(await taken('::ffff:192.0.2.1', minute(0), 1)).toBe(0);
  expect(await taken('192.0.2.2', minute(0), 5)).toBe(20);
  for (let at = 1; at <= 10; at += 1) expect(await taken('192.0.2.3', minute(at), 7)).toBe(28);
  expect(await taken('192.0.2.3', minute(11), 7)).toBe(20);
  expect(await taken('192.0.2.3', minute(12), 1)).toBe(0);
  await Promise.all(processes.map((db) => db.end()));
});
