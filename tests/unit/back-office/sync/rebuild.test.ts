import { goneNow } from '../../../../src/gallery/stories/server/gone-now.ts';
import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { publishedDigest, readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { bringBack, takeDown } from '../../../../src/gallery/stories/server/takedowns.ts';
import { siteOf } from '../../../fixtures/asked-builds.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';

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

test('a site that an older build replaced after it was up to date is built again within minutes', async ({
  db,
  standIn,
  staff,
}) => {
  const site = siteOf(db);
  const run = () => syncOnce(db, standIn, { rebuild: site.rebuild });
  const minutesPass = () =>
    db.query(
      `update sync_memory set value = jsonb_set(value, '{lookedAt}', to_jsonb(now() - interval '6 minutes')) where name = 'rebuild'`,
    );
  const id = await staff.create(stories, storyRow());
  await run();
  await site.land();
  await run();
  const older = await site.rebuild.readServed();
  await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ', 'Lý do gỡ': 'Đơn vị đề nghị.' });
  await run();
  await site.land();
  await run();
  const asked = site.asked();
  await minutesPass();
  await run();
  expect(site.asked()).toBe(asked);
  site.serve(older);
  await run();
  expect(site.asked()).toBe(asked);
  await minutesPass();
  await run();
  expect(site.asked()).toBe(asked + 1);
  await site.land();
  for (let count = 0; count < 3; count += 1) await run();
  expect(site.asked()).toBe(asked + 1);
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
