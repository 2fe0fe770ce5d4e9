import { findForStaff } from '../../../src/gallery/press/release-kit/server/read-releases.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../fixtures/back-office.ts';
import { justNow, plan, publicIds, releases } from '../../fixtures/releases.ts';

const hourMs = 60 * 60_000;

for (const [hours, goesOut] of [
  [1, true],
  [23, true],
  [25, false],
  [72, false],
  [24 * 30, false],
] as const)
  test(`a release that becomes whole ${hours} hours after its time ${goesOut ? 'goes out by itself' : 'waits for a new time'}`, async ({
    db,
    standIn,
    staff,
  }) => {
    const at = new Date(Date.now() - hours * hourMs).toISOString();
    const release = await staff.create(releases, { ...plan, 'Giờ công bố': at });
    const inRelease = { 'Đợt công bố': plan.Tên };
    const story = await staff.create(stories, storyRow({ ...inRelease, 'Đồng ý công khai': false }));
    for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
    // As the site read the row before its time.
    await db.query('update releases set release_at = $1', [at]);
    await staff.change(stories, story, { 'Đồng ý công khai': true });
    const whatRowSays = async () => (await staff.rows(releases))[0]?.fields;
    for (let run = 0; run < 3; run += 1) {
      await syncOnce(db, standIn);
      if (!goesOut) expect(await publicIds(db)).toEqual([]);
    }
    if (!goesOut) {
      expect(await whatRowSays()).toMatchObject({
        'Tình hình': 'Đã chốt nhưng chưa có giờ nên chưa công bố',
        'Vì sao': expect.stringMatching(/Giờ công bố.*không tự công bố nữa.*Ghi lại ngày giờ\./),
      });
      expect(await findForStaff(db, release, false)).toMatchObject({ isConfirmed: false });
      await staff.change(releases, release, { 'Giờ công bố': justNow() });
      for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
    }
    expect(await publicIds(db)).toEqual(['MH-0101']);
  });

test('a tick does not let a release out that is a day late either', async ({ db, standIn, staff }) => {
  const at = new Date(Date.now() - 30 * hourMs).toISOString();
  const release = await staff.create(releases, { ...plan, 'Giờ công bố': at });
  await staff.create(stories, storyRow({ 'Đợt công bố': plan.Tên }));
  await syncOnce(db, standIn);
  await db.query('update releases set release_at = $1', [at]);
  await staff.change(releases, release, { 'Công bố cả khi chưa đủ': true });
  for (let run = 0; run < 3; run += 1) await syncOnce(db, standIn);
  expect(await publicIds(db)).toEqual([]);
});

test('the row of a release that is out says nothing of its old time when it is read again', async ({
  db,
  standIn,
  staff,
}) => {
  const at = new Date(Date.now() - 72 * hourMs).toISOString();
  const release = await staff.create(releases, { ...plan, 'Giờ công bố': at });
  await staff.create(stories, storyRow({ 'Đợt công bố': plan.Tên }));
  await syncOnce(db, standIn);
  await db.query('update releases set release_at = $1, begun_at = $1', [at]);
  for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
  expect(await publicIds(db)).toEqual(['MH-0101']);
  await db.query(`insert into base_changes (record_id, table_name, gone) values ($1, $2, false)`, [
    release,
    releases,
  ]);
  for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
  expect((await staff.rows(releases))[0]?.fields).not.toHaveProperty('Vì sao');
});
