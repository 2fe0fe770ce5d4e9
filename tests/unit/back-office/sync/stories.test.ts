import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { publishedDigest, readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';

const real = { samples: false };

test('a published row is public; draft, embargoed and unconsented rows are not', async ({
  db,
  standIn,
  staff,
}) => {
  await staff.create(stories, storyRow());
  await staff.create(stories, storyRow({ Mã: 'MH-0102', 'Trạng thái': 'Nháp' }));
  await staff.create(stories, storyRow({ Mã: 'MH-0103', 'Công bố từ': '2099-01-01T00:00:00.000Z' }));
  await staff.create(stories, storyRow({ Mã: 'MH-0104', 'Đồng ý công khai': false }));
  await syncOnce(db, standIn);
  const published = await readPublished(db, real);
  expect(published.map(({ id, slug }) => [id, slug])).toEqual([['MH-0101', 'mo-hinh-thu-duong-sang']]);
});

test('when its time comes an embargoed row is public without another pull', async ({
  db,
  standIn,
  staff,
}) => {
  await staff.create(stories, storyRow({ 'Công bố từ': new Date(Date.now() + 6_000).toISOString() }));
  await syncOnce(db, standIn);
  const before = await publishedDigest(db, real);
  expect(await readPublished(db, real)).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 6_100));
  expect(await readPublished(db, real)).toHaveLength(1);
  expect(await publishedDigest(db, real)).not.toBe(before);
});

test('taking a row down, or its consent back, ends its publication', async ({ db, standIn, staff }) => {
  const id = await staff.create(stories, storyRow());
  for (const change of [{ 'Trạng thái': 'Gỡ bỏ' }, { 'Đồng ý công khai': false }]) {
    await staff.change(stories, id, { 'Trạng thái': 'Công bố', 'Đồng ý công khai': true });
    await syncOnce(db, standIn);
    expect(await readPublished(db, real)).toHaveLength(1);
    await staff.change(stories, id, change);
    await syncOnce(db, standIn);
    expect(await readPublished(db, real)).toEqual([]);
  }
});

test('an honoree without a decision number is not published, and staff are told why', async ({
  db,
  standIn,
  staff,
}) => {
  await staff.create(stories, storyRow({ Mã: 'VD-0101', Loại: 'Tập thể' }));
  await syncOnce(db, standIn);
  expect(await readPublished(db, real)).toEqual([]);
  const { rows } = await db.query('select problem from row_problems');
  expect(rows[0]?.problem).toContain('số quyết định');
});

test('two records with one Mã: the first stays, the second is a problem', async ({ db, standIn, staff }) => {
  await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  await staff.create(stories, storyRow({ Tên: 'Tên khác' }));
  await syncOnce(db, standIn);
  expect(await readPublished(db, real)).toMatchObject([{ name: 'Mô hình thử đường sáng' }]);
  expect((await db.query('select problem from row_problems')).rows[0]?.problem).toContain('MH-0101');
});

test('a slug that was shown stays when the name changes, and two equal names get two addresses', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow());
  await staff.create(stories, storyRow({ Mã: 'MH-0102' }));
  await syncOnce(db, standIn);
  await recordPublication(db, await readPublished(db, real));
  await staff.change(stories, id, { Tên: 'Tên mới' });
  await syncOnce(db, standIn);
  const published = await readPublished(db, real);
  expect(published.map(({ name, slug }) => [name, slug]).sort()).toEqual([
    ['Mô hình thử đường sáng', 'mo-hinh-thu-duong-sang-mh-0102'],
    ['Tên mới', 'mo-hinh-thu-duong-sang'],
  ]);
});

test('sample rows reach the store of a person’s own machine alone', async ({ db, standIn, staff }) => {
  await staff.create(stories, storyRow({ 'Mã đơn vị': 'minh-hoa-01' }));
  await syncOnce(db, standIn);
  expect((await db.query('select 1 from stories')).rows).toEqual([]);
  await db.query(`delete from sync_memory where name = 'stories'`);
  await syncOnce(db, standIn, { samples: true });
  expect(await readPublished(db, { samples: true })).toMatchObject([{ sample: true }]);
  expect(await readPublished(db, real)).toEqual([]);
});
