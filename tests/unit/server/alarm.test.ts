import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { alarm } from '../../../scripts/local-system/alarm.ts';
import { repeat } from '../../../src/server/repeat.ts';

const never = 600_000;

test('work that rests begins at once when the alarm rings, again soon after, and then rests', async () => {
  const { ring, rest } = alarm(10, 300);
  const stopping = new AbortController();
  let runs = 0;
  const work = async () => {
    runs += 1;
  };
  const ended = repeat(never, stopping.signal, work, rest);
  await sleep(50);
  expect(runs).toBe(1);
  ring();
  await expect.poll(() => runs).toBeGreaterThan(3);
  await sleep(400);
  const after = runs;
  await sleep(100);
  expect(runs).toBe(after);
  stopping.abort();
  await ended;
});

test('a ring while the work is under way begins no further run', async () => {
  const { ring, rest } = alarm(10, 300);
  const stopping = new AbortController();
  let runs = 0;
  const work = async () => {
    runs += 1;
    ring();
  };
  const ended = repeat(never, stopping.signal, work, rest);
  await sleep(100);
  expect(runs).toBe(1);
  stopping.abort();
  await ended;
});
