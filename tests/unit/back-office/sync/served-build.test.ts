import { createServer } from 'node:http';
import { freePort } from '../../../../scripts/local-system/postgres.ts';
import { askForRebuild } from '../../../../src/back-office/sync/rebuild.ts';
import { readServedBuild, type ServedBuild } from '../../../../src/back-office/sync/served-build.ts';
import { syncState } from '../../../../src/back-office/sync/sync-state.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, test } from '../../../fixtures/back-office.ts';

test.describe('by the clock', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute));
  /** Runs with a digest at a minute each; `served` says what the site serves by then. Resolves with when a build was asked for. */
  const askedAt = async (
    db: Database,
    runs: readonly [minute: number, digest: string, served?: readonly [digest: string, builtAt: number]][],
  ) => {
    const memory = syncState(db);
    for (const name of ['stories', 'adoptions']) await memory.write(name, { fullAt: at(-60) });
    const asked: number[] = [];
    let build: ServedBuild = { digest: 'old', builtAt: at(-60) };
    for (const [minute, digest, served] of runs) {
      if (served) build = { digest: served[0], builtAt: at(served[1]) };
      const tools = { ask: async () => undefined, readServed: async () => build };
      if ((await askForRebuild(memory, digest, at(minute), tools)) === 'requested') asked.push(minute);
    }
    return asked;
  };

  test('a build that is not served is asked for again, after the time that a build takes, and then more and more seldom', async ({
    db,
  }) => {
    const minutes = [0, 1, 2, 10, 17, 18, 40, 48, 100, 109, 300];
    const runs = minutes.map((minute) => [minute, 'new'] as [number, string]);
    expect(await askedAt(db, runs)).toEqual([1, 10, 40, 100, 300]);
  });

  test('a build that is served is asked for no more', async ({ db }) => {
    expect(
      await askedAt(db, [
        [0, 'new'],
        [1, 'new'],
        [4, 'new', ['new', 3]],
        [30, 'new'],
        [90, 'new'],
      ]),
    ).toEqual([1]);
  });

  test('a site that was built with the same already needs no build', async ({ db }) => {
    expect(
      await askedAt(db, [
        [0, 'old'],
        [1, 'old'],
        [2, 'old'],
      ]),
    ).toEqual([]);
  });

  test('of overlapping builds, none confirms the other', async ({ db }) => {
    const runs: Parameters<typeof askedAt>[1] = [
      // A story is published, a build begins, and the story is taken down again.
      [0, 'old'],
      [1, 'old'],
      [2, 'new'],
      [3, 'new'],
      [4, 'old'],
      [5, 'old'],
      // The first build lands, then the second one fails.
      [7, 'old', ['new', 4]],
      [21, 'old'],
      [23, 'old', ['old', 22]],
      [60, 'old'],
    ];
    expect(await askedAt(db, runs)).toEqual([3, 5, 21]);
  });
});

test('what a site serves is read within bounds, and an unreadable answer confirms nothing', async () => {
  const port = await freePort();
  const day = '2026-11-22T08:00:00.000Z';
  const answers: [status: number, body: string][] = [
    [200, JSON.stringify({ digest: 'a', builtAt: day })],
    [404, 'Không tìm thấy'],
    [200, '<!doctype html>'],
    [200, JSON.stringify({ digest: 'a'.repeat(10_000), builtAt: day })],
    [200, '{}'],
  ];
  let calls = 0;
  const server = createServer((_, response) => {
    const [status, body] = answers[calls] ?? [500, ''];
    calls += 1;
    response.writeHead(status).end(body);
  }).listen(port, '127.0.0.1');
  const read = () => readServedBuild(`http://127.0.0.1:${port}`);
  expect(await read()).toEqual({ digest: 'a', builtAt: new Date(day) });
  for (const [status, body] of answers.slice(1))
    expect(await read(), `${status} ${body.slice(0, 20)}`).toBeNull();
  server.close();
  expect(await read()).toBeNull();
});
