import { setTimeout as sleep } from 'node:timers/promises';
import { pacedRun } from '../../../../src/back-office/sync/airtable-rate-limit.ts';
import { usualPatience } from '../../../../src/filing/delivery/queue.ts';
import { sendFiles } from '../../../../src/filing/evidence/server/send-files.ts';
import { openDatabase } from '../../../../src/platform/postgres.ts';
import { expect, syncOnce, test } from '../../../fixtures/back-office.ts';
import { fileMany, undelivered } from '../../../fixtures/intake.ts';
import { memoryBlobs } from '../../../fixtures/memory-blobs.ts';
import { hurriedPace } from '../../../fixtures/sync-once.ts';

test('a run whose process ends begins no further step, and the next run does what is left', async ({
  db,
  standIn,
}) => {
  await syncOnce(db, standIn);
  await fileMany(db, 2);
  const stop = new AbortController();
  const begun = performance.now();
  // The settings are read first; the run hears of the end while it is on its way.
  const running = syncOnce(db, standIn, { signal: stop.signal });
  await sleep(0);
  stop.abort();
  await running;
  expect(performance.now() - begun).toBeLessThan(5_000);
  expect(await undelivered(db)).toBe(2);
  expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 2 });
});

test('after the end no call begins within a step that is under way', async ({ db }) => {
  const stop = new AbortController();
  const { takeTurn } = pacedRun(db, hurriedPace, stop.signal);
  const turn = await takeTurn();
  expect(turn).not.toBeNull();
  await turn?.();
  stop.abort();
  expect(await takeTurn()).toBeNull();
});

test('after the last start of a run the files of no submission are asked for', async () => {
  const away = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
  const failing = () => Promise.reject(new Error('no call'));
  const tools = {
    db: away,
    blobs: memoryBlobs(),
    send: { attached: failing, attach: failing },
    patience: usualPatience,
  };
  expect(await sendFiles({ ...tools, lastStart: new Date(0) })).toEqual({ setAside: 0, failure: null });
  await expect(sendFiles(tools)).rejects.toThrow();
  await away.end();
});
