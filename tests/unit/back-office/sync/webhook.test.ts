import { startAirtableStandIn } from '../../../../scripts/airtable-stand-in/server.ts';
import { openBase } from '../../../../scripts/local-system/base-client.ts';
import { setUpBase } from '../../../../src/back-office/airtable/set-up-base.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { expect, staffOf, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';

const dayMs = 24 * 60 * 60_000;

test('changes come by the cursor; a feed that is gone or has a gap is made good by a listing', async ({
  db,
  standIn,
  staff,
}) => {
  const published = async () => (await readPublished(db, { samples: false })).map(({ id }) => id);
  const calls = async () => {
    const before = standIn.counts().accepted;
    await syncOnce(db, standIn);
    return standIn.counts().accepted - before;
  };
  const id = await staff.create(stories, storyRow());
  await staff.create(stories, storyRow({ Mã: 'MH-0102' }));
  await calls();
  await calls();
  expect(await calls()).toBe(1);
  // The question for changes, and the row itself: its files are not in what is told.
  await staff.change(stories, id, { 'Tóm tắt': 'Tóm tắt mới.' });
  expect(await calls()).toBe(2);
  // What the sync does not read is no news.
  await baseChanges(standIn).addChoice(stories, 'Loại', 'Loại khác');
  await staff.change(stories, id, { 'Vì sao': 'cán bộ gõ nhầm vào đây' });
  expect(await calls(), 'the question, and the cell is written again').toBe(2);
  const webhooks = `bases/${standIn.baseId}/webhooks`;
  const hookOf = async () =>
    (await db.query(`select value -> 'open' as open from sync_memory where name = 'feed'`)).rows[0]?.open;
  const { id: hook } = await hookOf();
  await staff.call('DELETE', `${webhooks}/${hook}`);
  await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ' });
  await calls();
  await calls();
  expect(await published()).toEqual(['MH-0102']);
  const again = await hookOf();
  expect(again.id).not.toBe(hook);
  // A cursor that another run moved: payloads between were never seen here.
  await staff.change(stories, id, { 'Trạng thái': 'Công bố' });
  await db.query(
    `update sync_memory set value = jsonb_set(value, '{open,cursor}', '9999') where name = 'feed'`,
  );
  await calls();
  await calls();
  expect(await published()).toEqual(['MH-0101', 'MH-0102']);
});

test('a token without the right lists tables as before, which is told once', async ({ db }) => {
  const standIn = await startAirtableStandIn({ path: ':memory:', requestsPerSecond: null, webhooks: false });
  await setUpBase(openBase({ token: 'local', baseId: standIn.baseId, endpointUrl: standIn.url }, 0));
  const staff = staffOf(standIn);
  const id = await staff.create(stories, storyRow());
  await staff.create(stories, storyRow({ Mã: 'MH-0102' }));
  const first = await syncOnce(db, standIn);
  expect(first.news).toEqual([expect.stringContaining('webhook:manage')]);
  await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ' });
  expect((await syncOnce(db, standIn)).news).toEqual([]);
  expect((await readPublished(db, { samples: false })).map((story) => story.id)).toEqual(['MH-0102']);
  await standIn.close();
});

test('payloads live for a week, and a webhook dies a week after it was last asked', async ({ db }) => {
  let clock = Date.now();
  const standIn = await startAirtableStandIn({ path: ':memory:', requestsPerSecond: null, now: () => clock });
  const staff = staffOf(standIn);
  const path = `bases/${standIn.baseId}/webhooks`;
  const specification = { options: { filters: { dataTypes: ['tableData'] } } };
  const make = () => staff.call('POST', path, { specification });
  const [{ id }] = (await Promise.all([make()])) as [{ id: string }];
  await setUpBase(openBase({ token: 'local', baseId: standIn.baseId, endpointUrl: standIn.url }, 0));
  const row = await staff.create(stories, storyRow());
  await staff.change(stories, row, { Mã: 'MH-0102' });
  const page = () => staff.call('GET', `${path}/${id}/payloads?cursor=1&limit=1`);
  expect(await page()).toMatchObject({
    payloads: [{ actionMetadata: { source: 'publicApi' } }],
    cursor: 2,
    mightHaveMore: true,
  });
  clock += 6 * dayMs;
  expect(await page()).toMatchObject({ mightHaveMore: true });
  clock += 2 * dayMs;
  expect(await page()).toEqual({ payloads: [], cursor: 3, mightHaveMore: false });
  for (let count = 1; count < 10; count += 1) await make();
  await expect(make()).rejects.toThrow('at most 10');
  clock += 8 * dayMs;
  await expect(page()).rejects.toThrow('404');
  await standIn.close();
  expect((await db.query('select 1 from base_changes')).rows).toEqual([]);
});
