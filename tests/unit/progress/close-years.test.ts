import { closeChoices } from '../../../src/back-office/statistics/close-years.ts';
import { siteDigest } from '../../../src/back-office/sync/rebuild.ts';
import { readClosings } from '../../../src/progress/years/server/closings.ts';
import { readYearPages } from '../../../src/progress/years/server/year-pages.ts';
import { followRows } from '../../../src/vocabulary/owner-settings.ts';
import { expect, syncOnce, test } from '../../fixtures/back-office.ts';
import { startPictureServer } from '../../fixtures/picture-server.ts';
import { reportRow, reportTable } from '../../fixtures/unit-filings.ts';

test.afterEach(() => followRows([]));

const years = 'Biểu thống kê';

test('staff close a year by a choice in its row: not before its reports are due, once, with its pages; the site is built anew', async ({
  db,
  standIn,
  staff,
}) => {
  const site = await startPictureServer();
  for (const path of ['/', '/tien-do/']) site.answers.set(path, Buffer.from(`<p>${path} năm 2026</p>`));
  const sync = async (runs = 2) => {
    for (let run = 0; run < runs; run += 1) await syncOnce(db, standIn, { siteUrl: site.url });
  };
  const row = await staff.create(years, { Năm: '2026', 'Chốt năm': closeChoices.withSums });
  await staff.create(reportTable, reportRow());
  const due = { Tên: 'Nhận báo cáo năm', Loại: 'Nhận phiếu', Phiếu: ['Báo cáo năm'], 'Năm báo cáo': 2026 };
  const until = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const moment = await staff.create('Mốc thời gian', {
    ...due,
    'Từ lúc': until(-60),
    'Đến lúc': until(20),
    'Lời nhắn': 'Đợt nhận báo cáo đã qua.',
    'Áp dụng': true,
  });
  await sync();
  const cells = async () => (await staff.rows(years)).find(({ id }) => id === row)?.fields ?? {};
  expect((await cells())['Vì sao']).toContain('Cột “Chốt năm”: chốt được từ ngày');
  expect(await readClosings(db)).toEqual([]);

  await staff.change('Mốc thời gian', moment, { 'Đến lúc': until(-2) });
  const before = await siteDigest(db, { samples: false }, new Date());
  await sync(3);
  const [closing] = await readClosings(db);
  expect(closing?.document.sums?.[0]).toMatchObject({ total: 3, given: 1 });
  expect((await readYearPages(db)).map(({ path }) => path)).toEqual(['/', '/tien-do/']);
  expect(await siteDigest(db, { samples: false }, new Date())).toContain('/2026');
  expect(before).not.toContain('/2026');
  expect(await cells()).toMatchObject({ 'Địa chỉ': `${site.url}/nam/2026/` });
  expect((await cells())['Tình hình']).toMatch(/^Đã chốt lúc \d{2}:\d{2} \d{2}\/\d{2}\/\d{4}$/);
  expect((await cells())['Vì sao']).toBeUndefined();

  // What was closed stays; a page that was not served then is asked for again on the first day.
  site.answers.set('/tien-do/', Buffer.from('<p>đã đổi</p>'));
  site.answers.set('/tieu-chi/', Buffer.from('<p>Tiêu chí</p>'));
  await staff.change(years, row, { 'Chốt năm': closeChoices.plain });
  await sync();
  const pages = await readYearPages(db);
  expect(pages.map(({ path }) => path)).toEqual(['/', '/tien-do/', '/tieu-chi/']);
  expect(pages.find(({ path }) => path === '/tien-do/')?.html).toContain('năm 2026');
  expect((await readClosings(db))[0]?.document.sums).not.toBeNull();
  site.close();
});
