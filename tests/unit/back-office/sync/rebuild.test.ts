import { createServer } from 'node:http';
import { z } from 'zod';
import { freePort } from '../../../../scripts/local-system/postgres.ts';
import { goneNow } from '../../../../src/gallery/stories/server/gone-now.ts';
import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { bringBack, takeDown } from '../../../../src/gallery/stories/server/takedowns.ts';
import { publishedDigest, readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { syncState } from '../../../../src/back-office/sync/sync-state.ts';
import { askForRebuild, siteDigest } from '../../../../src/back-office/sync/rebuild.ts';
import { readServedBuild, type ServedBuild } from '../../../../src/back-office/sync/served-build.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';

const tablesSchema = z.object({ tables: z.array(z.object({ id: z.string(), name: z.string() })) });

/** A public site with the builds that it was asked for: each is served when `land` says so. */
function siteOf(db: Database) {
  let served: ServedBuild | null = null;
  let asked = 0;
  const land = async () => {
    const builtAt = new Date();
    served = { digest: await siteDigest(db, { samples: false }, builtAt), builtAt };
  };
  return {
    asked: () => asked,
    land,
    rebuild: {
      ask: async () => {
        asked += 1;
      },
      readServed: async () => served,
    },
  };
}

test('one rebuild is asked for, at once when a story came or went, else when the changes have settled', async ({
  db,
  standIn,
  staff,
}) => {
  const site = siteOf(db);
  const runs = async (count: number) => {
    for (let run = 0; run < count; run += 1) await syncOnce(db, standIn, { rebuild: site.rebuild });
    return site.asked();
  };
  await site.land();
  expect(await runs(3)).toBe(0);
  const id = await staff.create(stories, storyRow());
  expect(await runs(1)).toBe(1);
  expect(await runs(3)).toBe(1);
  await site.land();
  expect(await runs(2)).toBe(1);
  await recordPublication(db, await readPublished(db, { samples: false }));
  await staff.change(stories, id, { 'Tóm tắt': 'Tóm tắt mới.' });
  expect(await runs(1)).toBe(1);
  expect(await runs(1)).toBe(2);
  await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ', 'Lý do gỡ': 'Đơn vị đề nghị.' });
  expect(await runs(1)).toBe(3);
  expect(await goneNow(db)).toMatchObject([{ slugs: ['mo-hinh-thu-duong-sang'], reason: 'Đơn vị đề nghị.' }]);
});

test('a changed date of publication is a change of the site', async ({ db, standIn, staff }) => {
  const id = await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  const before = await publishedDigest(db, { samples: false });
  await staff.change(stories, id, { 'Công bố từ': '2026-10-02T00:00:00.000Z' });
  await syncOnce(db, standIn);
  expect(await publishedDigest(db, { samples: false })).not.toBe(before);
});

test('a rebuild that could not be asked for is asked for again', async ({ db, standIn, staff }) => {
  await staff.create(stories, storyRow());
  const { rebuild } = siteOf(db);
  const down = { ...rebuild, ask: () => Promise.reject(new Error('hook down')) };
  const broken = await syncOnce(db, standIn, { rebuild: down });
  expect(broken).toMatchObject({ rebuild: false, problems: expect.arrayContaining(['rebuild: hook down']) });
  expect(await syncOnce(db, standIn, { rebuild })).toMatchObject({ rebuild: true });
});

test('a database whose back office was never listed completely asks for no build', async ({
  db,
  standIn,
  staff,
}) => {
  const site = siteOf(db);
  await staff.create(stories, storyRow());
  // Airtable does not answer: the stories of the site are not in this database, nor are they gone.
  const silent = { url: 'http://127.0.0.1:1' };
  for (let run = 0; run < 4; run += 1) await syncOnce(db, silent, { rebuild: site.rebuild });
  expect(site.asked()).toBe(0);
  for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn, { rebuild: site.rebuild });
  expect(site.asked()).toBe(1);
});

/** Tables other than stories of which a build shows something. */
const besides = [
  'Áp dụng',
  'Phản hồi',
  'Kế hoạch đơn vị',
  'Báo cáo năm',
  'Mốc thời gian',
  'Cài đặt',
  'Văn bản',
];

for (const table of besides)
  test(`a new database asks for no build before “${table}” was read; later an unread table holds nothing up`, async ({
    db,
    standIn,
    staff,
  }) => {
    const site = siteOf(db);
    const run = () => syncOnce(db, standIn, { rebuild: site.rebuild });
    const id = await staff.create(stories, storyRow());
    const { tables } = tablesSchema.parse(await staff.call('GET', 'meta/bases/appLocal0000000000/tables'));
    const broken = tables.find(({ name }) => name === table)?.id ?? '';
    standIn.setFault(({ path }) => (path.includes(broken) ? { kind: 'status', status: 500 } : null));
    for (let count = 0; count < 3; count += 1) await run();
    expect(site.asked()).toBe(0);
    standIn.setFault(null);
    await run();
    await run();
    expect(site.asked()).toBe(1);
    await site.land();
    await run();
    await db.query('delete from sync_memory where name like $1', [`% ${table}`]);
    standIn.setFault(({ path }) => (path.includes(broken) ? { kind: 'status', status: 500 } : null));
    await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ' });
    if (table !== 'Áp dụng') {
      await run();
      await run();
      expect(site.asked()).toBe(2);
    }
  });

test('the end of a takedown stops no build while the base is away', async ({ db, standIn, staff }) => {
  const site = siteOf(db);
  await staff.create(stories, storyRow());
  await staff.create(stories, storyRow({ Mã: 'MH-0102' }));
  await syncOnce(db, standIn, { rebuild: site.rebuild });
  await site.land();
  await syncOnce(db, standIn, { rebuild: site.rebuild });
  await takeDown(db, 'MH-0101', 'Theo yêu cầu.');
  await bringBack(db, 'MH-0101');
  const before = site.asked();
  await takeDown(db, 'MH-0102', 'Theo yêu cầu.');
  const silent = { url: 'http://127.0.0.1:1' };
  for (let run = 0; run < 2; run += 1) await syncOnce(db, silent, { rebuild: site.rebuild });
  expect(site.asked()).toBe(before + 1);
});

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

test('two runs at once ask for one build', async ({ db, standIn, staff }) => {
  await staff.create(stories, storyRow());
  const site = siteOf(db);
  const notNow = () => Promise.reject(new Error('hook down'));
  await syncOnce(db, standIn, { rebuild: { ...site.rebuild, ask: notNow } });
  const ask = async () => {
    await site.rebuild.ask();
    await new Promise((resolve) => setTimeout(resolve, 200));
  };
  const rebuild = { ...site.rebuild, ask };
  await Promise.all([syncOnce(db, standIn, { rebuild }), syncOnce(db, standIn, { rebuild })]);
  expect(site.asked()).toBe(1);
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
