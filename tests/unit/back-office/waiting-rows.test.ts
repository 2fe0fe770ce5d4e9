import { waitingRows } from '../../../src/back-office/waiting-rows.ts';
import { recordAnswer, type UnitAnswer } from '../../../src/gallery/previews/server/answers.ts';
import { recordPublication } from '../../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../../src/gallery/stories/server/store.ts';
import type { Database } from '../../../src/platform/postgres.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../fixtures/back-office.ts';
import { siteUrl, visit } from '../../fixtures/preview-visits.ts';

const agreed: UnitAnswer = { name: true, photo: null, contact: null, words: '', seen: '' };
const answer = (changes: Partial<UnitAnswer>) => (db: Database) =>
  recordAnswer(db, 'MH-0101', { ...agreed, ...changes });

/** What follows from what units say, or from other rows: it is noted nowhere, and stands in `Vì sao` all the same. */
const cases: readonly (readonly [
  what: string,
  row: Record<string, unknown>,
  happens: (db: Database) => Promise<unknown>,
  said: string,
])[] = [
  ['a unit objects to its story', {}, answer({ name: false }), 'Đơn vị không đồng ý công bố'],
  ['a unit objects to its photo', {}, answer({ photo: false }), 'Cột “Ảnh”: đơn vị không đồng ý'],
  [
    'a unit objects to its contact',
    {},
    answer({ contact: false }),
    'Cột “Liên hệ công khai”: đơn vị không đồng ý',
  ],
  [
    'a text changed after its unit answered',
    {},
    async (db) => {
      await answer({ seen: 'an earlier text' })(db);
      await db.query(`update story_answers set answered_at = now() - interval '1 day'`);
    },
    'Nội dung đã đổi sau khi đơn vị trả lời',
  ],
  [
    'a unit was asked and has not answered',
    {},
    (db) => db.query(`update story_previews set asked_at = now() - interval '1 hour'`),
    'chưa trả lời, nên bài còn chờ',
  ],
  [
    'a row names no known release',
    { 'Đợt công bố': 'Đợt không có' },
    async () => undefined,
    'không có đợt nào tên như vậy',
  ],
];

for (const [what, row, happens, said] of cases)
  test(`staff find on their list what the row says: ${what}`, async ({ db, standIn, staff }) => {
    await staff.create(stories, storyRow({ ...row, 'Liên hệ công khai': 'Phòng thử' }));
    await syncOnce(db, standIn);
    await happens(db);
    for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
    expect((await staff.rows(stories))[0]?.fields['Vì sao']).toContain(said);
    expect(await waitingRows(db)).toEqual([
      expect.objectContaining({
        table: stories,
        code: 'MH-0101',
        why: expect.stringContaining(said),
        since: expect.any(Date),
      }),
    ]);
  });

const changesOfText: readonly (readonly [column: string, cell: unknown, isToldToUnit: boolean])[] = [
  ['Tên', 'Mô hình tên khác', true],
  ['Nội dung', 'Nội dung khác.', true],
  ['Chỉ số trước và sau', 'Chỉ số: Hộ có nước · Trước: 40 · Sau: 71 · Đơn vị tính: %', true],
  ['Số quyết định', '12/QĐ-THU', false],
  ['Ngày quyết định', '2026-11-20', false],
  ['Tiêu chí', ['ii-3'], false],
  ['Năm', 2027, false],
];

for (const [column, cell, isToldToUnit] of changesOfText)
  test(`after a unit agreed, a changed “${column}” ${isToldToUnit ? 'is told until staff hold a paper' : 'is the office’s own'}`, async ({
    db,
    standIn,
    staff,
  }) => {
    const row = await staff.create(stories, storyRow({ 'Trạng thái': 'Chờ xác nhận' }));
    await syncOnce(db, standIn, { siteUrl });
    const { 'Link xác nhận': link } = (await staff.rows(stories))[0]?.fields ?? {};
    expect((await visit(db, String(link), { baiViet: 'co' })).status).toBe(303);
    const change = async (cells: Record<string, unknown>) => {
      await staff.change(stories, row, cells);
      for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn, { siteUrl });
      return (await waitingRows(db)).map(({ why }) => why);
    };
    const told = [expect.stringContaining('Nội dung đã đổi sau khi đơn vị trả lời')];
    expect(await change({ [column]: cell })).toEqual(isToldToUnit ? told : []);
    expect(await change({ 'Đã đồng ý bằng văn bản': true })).toEqual([]);
  });

test('a text that changed before it became public is told for a week, and keeps nothing back', async ({
  db,
  standIn,
  staff,
}) => {
  const row = await staff.create(stories, storyRow({ 'Trạng thái': 'Chờ xác nhận' }));
  await syncOnce(db, standIn);
  await answer({ seen: 'an earlier text' })(db);
  await db.query(`update story_answers set answered_at = now() - interval '9 days'`);
  await staff.change(stories, row, { 'Trạng thái': 'Công bố' });
  await syncOnce(db, standIn);
  const published = await readPublished(db, { samples: false });
  expect(published).toHaveLength(1);
  await recordPublication(db, published);
  expect(await waitingRows(db)).toHaveLength(1);
  await db.query(`update story_previews set changed_at = now() - interval '8 days'`);
  expect(await waitingRows(db)).toEqual([]);
});

test('a unit that agrees, and a story without questions, wait for nobody', async ({ db, standIn, staff }) => {
  await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  await answer({})(db);
  await db.query(`update story_answers set seen = (select md5(fields::text) from story_previews)`);
  await syncOnce(db, standIn);
  expect(await waitingRows(db)).toEqual([]);
});
