import type { Database } from '../../../../src/platform/postgres.ts';
import { publishedDigest } from '../../../../src/gallery/stories/server/store.ts';
import { syncState } from '../../../../src/back-office/sync/sync-state.ts';
import { askForRebuild, noteBuildBegun, noteBuilt } from '../../../../src/back-office/sync/rebuild.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';

/** What a build does to the store, when it succeeds. */
async function build(db: Database): Promise<void> {
  await noteBuildBegun(syncState(db), await publishedDigest(db, { samples: false }));
  await noteBuilt(syncState(db));
}

test('one rebuild is asked for when the public set changed and has settled', async ({
  db,
  standIn,
  staff,
}) => {
  let asked = 0;
  const askForBuild = async () => {
    asked += 1;
    await build(db);
  };
  const runs = async (count: number) => {
    for (let run = 0; run < count; run += 1) await syncOnce(db, standIn, { askForBuild });
    return asked;
  };
  await build(db);
  expect(await runs(3)).toBe(0);
  const id = await staff.create(stories, storyRow());
  expect(await runs(1)).toBe(0);
  expect(await runs(3)).toBe(1);
  await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ' });
  expect(await runs(4)).toBe(2);
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
  await syncOnce(db, standIn);
  const broken = await syncOnce(db, standIn, { askForBuild: () => Promise.reject(new Error('hook down')) });
  expect(broken).toMatchObject({ rebuild: false, problems: ['rebuild: hook down'] });
  expect(await syncOnce(db, standIn)).toMatchObject({ rebuild: true });
});

test('a build that failed after it was asked for is asked for again, not at once but later', async ({
  db,
}) => {
  const memory = syncState(db);
  const ask = async () => undefined;
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute));
  const asked: boolean[] = [];
  for (const minute of [0, 1, 2, 10, 16, 18]) asked.push(await askForRebuild(memory, 'new', at(minute), ask));
  expect(asked).toEqual([false, true, false, false, false, true]);
});

test('two runs at once ask for one build', async ({ db, standIn, staff }) => {
  await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  let asked = 0;
  const askForBuild = async () => {
    asked += 1;
    await new Promise((resolve) => setTimeout(resolve, 200));
  };
  await Promise.all([syncOnce(db, standIn, { askForBuild }), syncOnce(db, standIn, { askForBuild })]);
  expect(asked).toBe(1);
});
