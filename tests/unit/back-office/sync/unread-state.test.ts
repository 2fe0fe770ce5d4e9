import { measure } from '../../../../src/back-office/health/server/measure.ts';
import { waitingRows } from '../../../../src/back-office/waiting-rows.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { test as base, expect, stories, storyRow, syncOnce } from '../../../fixtures/back-office.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';

const column = 'Trạng thái';

/** A public story, and what staff do to its column of states. */
const test = base.extend<{ id: string }>({
  id: async ({ db, standIn, staff }, use) => {
    const id = await staff.create(stories, storyRow());
    await syncOnce(db, standIn);
    await use(id);
  },
});

const published = async (db: Database) => (await readPublished(db, { samples: false })).length;
const unread = async (db: Database) =>
  (await measure(db, { monthlyCalls: 100_000, freeDisk: null })).unreadStates;

const faults: readonly (readonly [
  what: string,
  spoil: (base: ReturnType<typeof baseChanges>, id: string) => Promise<void>,
  said: RegExp,
])[] = [
  [
    'a choice that the site does not know',
    async (changes, id) => {
      await changes.addChoice(stories, column, 'Công bố luôn');
      await changes.type(stories, id, { [column]: 'Công bố luôn' });
    },
    /Cột “Trạng thái”: trang không hiểu lựa chọn “Công bố luôn”/,
  ],
  [
    'a choice that staff deleted, which empties its cells',
    async (changes, id) => {
      await changes.deleteChoice(stories, column, 'Công bố');
      await changes.type(stories, id, { 'Tóm tắt': 'Tóm tắt mới.' });
    },
    /Cột “Trạng thái”: ô trống, và cột vừa mất một lựa chọn/,
  ],
];

for (const [what, spoil, said] of faults)
  test(`a public story with ${what} stays, and staff are told in the row, on the list and by an alarm`, async ({
    db,
    standIn,
    staff,
    id,
  }) => {
    const changes = baseChanges(standIn);
    expect(await unread(db)).toBe(0);
    await spoil(changes, id);
    for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
    expect(await published(db)).toBe(1);
    expect((await staff.rows(stories))[0]?.fields['Vì sao']).toMatch(said);
    expect((await waitingRows(db)).filter(({ code }) => code === 'MH-0101')).toMatchObject([
      { table: stories, why: expect.stringMatching(said) },
    ]);
    expect(await unread(db)).toBe(1);
    await changes.addChoice(stories, column, 'Công bố');
    await changes.type(stories, id, { [column]: 'Công bố' });
    for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
    expect(await unread(db)).toBe(0);
    expect((await staff.rows(stories))[0]?.fields['Vì sao'] ?? '').not.toMatch(said);
  });

test('a state that staff empty while every choice is there is a draft', async ({ db, standIn, id }) => {
  await baseChanges(standIn).type(stories, id, { [column]: null });
  await syncOnce(db, standIn);
  expect(await published(db)).toBe(0);
});

test('a new choice that bears the old name of a renamed one is followed, and reported once', async ({
  db,
  standIn,
  id,
}) => {
  const changes = baseChanges(standIn);
  await changes.renameChoice(stories, column, 'Gỡ bỏ', 'Đã gỡ');
  // The schema is read again every half hour.
  await db.query(
    `update sync_memory set value = value || '{"seenAt":"2026-01-01T00:00:00Z"}' where name like 'layout %'`,
  );
  await syncOnce(db, standIn);
  await changes.addChoice(stories, column, 'Gỡ bỏ');
  await changes.type(stories, id, { [column]: 'Gỡ bỏ' });
  const { news } = await syncOnce(db, standIn);
  expect(await published(db)).toBe(0);
  expect(news).toEqual([expect.stringMatching(/hai lựa chọn cùng nghĩa: “Đã gỡ” .*“Gỡ bỏ” mới thêm/)]);
  expect((await waitingRows(db)).map(({ why }) => why)).toEqual([expect.stringContaining('hai lựa chọn')]);
  expect((await syncOnce(db, standIn)).news).toEqual([]);
});
