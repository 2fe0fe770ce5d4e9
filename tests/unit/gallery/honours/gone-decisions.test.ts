import { readGoneDecisions } from '../../../../src/gallery/honours/server/read-standing.ts';
import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';

const build = async (db: Database) => recordPublication(db, await readPublished(db, { samples: false }));

test('of a story that is gone its decision stays known, and nothing else of it', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(
    stories,
    storyRow({ 'Số quyết định': '12/QĐ-UBND', 'Cơ quan quyết định': 'UBND xã B' }),
  );
  await syncOnce(db, standIn);
  await build(db);
  expect(await readGoneDecisions(db), 'while it is public').toEqual([]);
  await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ', 'Đồng ý công khai': false });
  await syncOnce(db, standIn);
  await build(db);
  expect(await readGoneDecisions(db)).toEqual([
    { id: 'MH-0101', decisionNumber: '12/QĐ-UBND', decisionDate: null, decisionBody: 'UBND xã B' },
  ]);
});
