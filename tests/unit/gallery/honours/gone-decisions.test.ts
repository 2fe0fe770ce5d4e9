import { decisionListPath, decisionsOf } from '../../../../src/gallery/honours/decisions.ts';
import { decisionRedirects } from '../../../../src/gallery/honours/server/decision-redirects.ts';
import { readGoneDecisions, readWithdrawn } from '../../../../src/gallery/honours/server/read-standing.ts';
import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { inventedStory } from '../../../fixtures/story.ts';

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

test('why a story left is told at once, before the build that leaves it out', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  await build(db);
  await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ', 'Lý do gỡ': 'Đơn vị đề nghị.' });
  await syncOnce(db, standIn);
  for (const built of [false, true]) {
    if (built) await build(db);
    expect(await readWithdrawn(db, ['MH-0101']), `built: ${built}`).toMatchObject([
      { reason: 'Đơn vị đề nghị.' },
    ]);
  }
});

test('the list of a decision answers that it is gone once all whom it showed are gone', async ({
  db,
  standIn,
  staff,
}) => {
  const decided = (code: string, body: string) =>
    storyRow({
      Mã: code,
      Tên: `Tập thể ${code}`,
      Loại: 'Tập thể',
      'Số quyết định': '12/QĐ-UBND',
      'Ngày quyết định': '2026-09-01',
      'Cơ quan quyết định': body,
    });
  const first = await staff.create(stories, decided('VD-0101', 'UBND xã B'));
  await staff.create(stories, decided('VD-0102', 'UBND xã C'));
  await syncOnce(db, standIn);
  await build(db);
  expect(await decisionRedirects(db)).toEqual([]);
  await staff.change(stories, first, { 'Trạng thái': 'Gỡ bỏ' });
  await syncOnce(db, standIn);
  await build(db);
  const { id } = decisionsOf([
    { ...inventedStory, decisionNumber: '12/QĐ-UBND', decisionDate: '2026-09-01', decisionBody: 'UBND xã B' },
  ])[0] ?? { id: '' };
  expect(await decisionRedirects(db), 'the other body still has one').toEqual(
    (['json', 'csv'] as const).map((kind) => ({
      from: decisionListPath(id, kind),
      to: '/da-go/VD-0101/',
      status: 410,
    })),
  );
});

test('the list of a decision without a date answers so, too', async ({ db, standIn, staff }) => {
  const id = await staff.create(
    stories,
    storyRow({ Mã: 'VD-0101', Loại: 'Tập thể', Năm: 2027, 'Số quyết định': '12/QĐ-UBND' }),
  );
  await syncOnce(db, standIn);
  await build(db);
  await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ' });
  await syncOnce(db, standIn);
  await build(db);
  expect((await decisionRedirects(db)).map(({ from, status }) => [from, status])).toEqual([
    ['/api/v1/quyet-dinh/12-qd-ubnd-2027.json', 410],
    ['/api/v1/quyet-dinh/12-qd-ubnd-2027.csv', 410],
  ]);
});
