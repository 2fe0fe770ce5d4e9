import { z } from 'zod';
import { siteOf } from '../../../fixtures/asked-builds.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';

const tablesSchema = z.object({ tables: z.array(z.object({ id: z.string(), name: z.string() })) });

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
