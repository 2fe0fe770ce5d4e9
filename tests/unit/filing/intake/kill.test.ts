import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '../../../../scripts/local-system/migrations.ts';
import { freePort, startPostgres } from '../../../../scripts/local-system/postgres.ts';
import { openDatabase } from '../../../../src/platform/postgres.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { type Cut, startCutProxy } from '../../../fixtures/kill/cut-proxy.ts';
import { startFunction, startSubmission } from '../../../fixtures/kill/filer.ts';
import { processPoints } from '../../../fixtures/kill/points.ts';
import { arm, disarm, endAtOnce, slowStore, storeFaults } from '../../../fixtures/kill/store-faults.ts';
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts';

// At each of these points of a submission something dies; then the same submission is sent again. No receipt is without its
// row, no submission has two rows, no 2xx comes before the commit.

test('a function killed at any point of a submission', async ({ db, databaseUrl }) => {
  const healthy = await startFunction(databaseUrl);
  for (const point of processPoints) {
    await test.step(point, async () => {
      const doomed = await startFunction(databaseUrl, point);
      const submission = startSubmission(db);
      const status = await submission.attempt(doomed.port, { cutBody: point === 'half the body was read' });
      if (point !== 'the reply was sent') expect(status).toBeNull();
      await submission.conclude(healthy.port);
    });
  }
  await test.step('after the commit, and the retry after it, too', async () => {
    const submission = startSubmission(db);
    for (let time = 0; time < 2; time += 1) {
      const doomed = await startFunction(databaseUrl, 'the row was committed');
      expect(await submission.attempt(doomed.port)).toBeNull();
      expect(await submission.rows()).toHaveLength(1);
    }
    await submission.conclude(healthy.port);
  });
  await test.step('one of two tries at once', async () => {
    const doomed = await startFunction(databaseUrl, 'the statement was sent');
    const submission = startSubmission(db);
    await Promise.all([submission.attempt(doomed.port), submission.attempt(healthy.port)]);
    await submission.conclude(healthy.port);
  });
  await test.step('the visitor leaves before the reply', async () => {
    const submission = startSubmission(db);
    await submission.attempt(healthy.port, { waitMs: 1 });
    await submission.conclude(healthy.port);
  });
  healthy.stop();
});

const cuts: readonly Cut[] = [
  'before the statement',
  'within the statement',
  'after the statement',
  'within the answer',
  'silence',
];

test('the line to PostgreSQL cut at any point of a submission', async ({ db, databaseUrl }) => {
  const line = await startCutProxy(databaseUrl);
  const { port, stop } = await startFunction(line.url);
  for (const cut of cuts) {
    await test.step(cut, async () => {
      const submission = startSubmission(db);
      line.setCut(cut);
      const status = await submission.attempt(port, { waitMs: cut === 'silence' ? 1_000 : 8_000 });
      expect(status).toBe(cut === 'silence' ? null : 503);
      line.setCut('none');
      line.resetAll();
      await submission.conclude(port);
    });
  }
  await test.step('every idle connection reset between two submissions', async () => {
    line.resetAll();
    await startSubmission(db).conclude(port);
  });
  stop();
  line.close();
});

test('PostgreSQL failing at any point of a submission', async ({ db, databaseUrl }) => {
  const { port, stop } = await startFunction(databaseUrl);
  for (const fault of storeFaults) {
    await test.step(fault.name, async () => {
      const submission = startSubmission(db);
      await arm(db, fault);
      expect(await submission.attempt(port)).toBe(503);
      expect(await submission.rows()).toEqual([]);
      await submission.conclude(port);
      await disarm(db);
    });
  }
  await test.step('every connection of the function waits for a lock, and the visitors leave', async () => {
    const submissions = Array.from({ length: 8 }, () => startSubmission(db));
    const holder = await db.connect();
    await holder.query('begin; lock table submissions in share mode');
    const endings = await Promise.all(
      submissions.map((submission) => submission.attempt(port, { waitMs: 800 })),
    );
    expect(new Set(endings)).toEqual(new Set([null]));
    await holder.query('commit');
    holder.release();
    for (const submission of submissions) await submission.conclude(port);
  });
  stop();
});

test('the server is down before a submission or is killed in the middle of one', async () => {
  const folder = await temporaryFolder();
  const serverPort = await freePort();
  const first = await startPostgres(folder.path, serverPort);
  await migrate(first.url);
  const db = openDatabase(first.url);
  db.removeAllListeners('error').on('error', () => undefined);
  const { port, stop } = await startFunction(first.url);
  const submission = startSubmission(db);
  await startSubmission(db).conclude(port);
  await first.stop();
  expect(await submission.attempt(port)).toBe(503);

  const second = await startPostgres(folder.path, serverPort);
  await submission.conclude(port);
  const slow = startSubmission(db);
  await arm(db, slowStore);
  const trying = slow.attempt(port);
  await sleep(500);
  await endAtOnce(folder.path);
  expect(await trying).toBe(503);
  await second.stop();

  const third = await startPostgres(folder.path, serverPort);
  await disarm(db);
  expect(await slow.rows()).toEqual([]);
  await slow.conclude(port);
  await submission.conclude(port);
  stop();
  await db.end();
  await third.stop();
  await folder.remove();
});
