import { airtableBackOffice } from '../../../../src/back-office/airtable/back-office.ts';
import { writeAwardedHonours } from '../../../../src/back-office/awards/write-honours.ts';
import { pacedRun } from '../../../../src/back-office/sync/airtable-rate-limit.ts';
import { syncState } from '../../../../src/back-office/sync/sync-state.ts';
import { recordAnswer } from '../../../../src/gallery/previews/server/answers.ts';
import { writeWorkbook } from '../../../../src/platform/spreadsheet/write-workbook.ts';
import { awardListRows, decisionRow, pastedList } from '../../../fixtures/award-list.ts';
import { expect, stories, syncOnce, test } from '../../../fixtures/back-office.ts';

const siteUrl = 'https://thi-dua.example.vn';
const pace = { restMs: 2, pauseMs: 100, timeoutMs: 2_000, runMs: 20_000, gapMs: 0, refusedMs: 0 };

test('killed after any call, two syncs at once, a number taken by hand: a row for each line, each once', async ({
  db,
  standIn,
  staff,
}) => {
  const address = { token: 'local', baseId: 'appLocal0000000000', endpointUrl: standIn.url };
  const office = () => airtableBackOffice({ ...address, ...pacedRun(db, pace) }, syncState(db));
  await staff.create('Quyết định', decisionRow({ 'Danh sách': pastedList(40, 30), 'Tạo bài nháp': true }));
  const idle = { ...office(), writeHonours: async () => false };
  await syncOnce(db, standIn, { backOffice: idle, siteUrl });
  await staff.create(stories, { Mã: 'VD-0005', Tên: 'Bài gõ tay' });
  // Each run dies after one more call: rows are there, and nobody noted them.
  for (let calls = 0; calls < 4; calls += 1) {
    let left = calls;
    const dying = writeAwardedHonours(db, (honours, settle) =>
      office().writeHonours(honours, async (outcomes) => {
        if (left === 0) throw new Error('killed');
        left -= 1;
        await settle(outcomes);
      }),
    );
    await dying.catch(() => undefined);
    await db.query('update award_lines set next_attempt_at = now() where written_at is null');
  }
  await Promise.all([syncOnce(db, standIn, { siteUrl }), syncOnce(db, standIn, { siteUrl })]);
  await db.query('update award_lines set next_attempt_at = now() where written_at is null');
  for (let run = 0; run < 3; run += 1) await syncOnce(db, standIn, { siteUrl });
  const rows = await staff.rows(stories);
  const names = rows.flatMap(({ fields }) => (fields['Số quyết định'] ? [String(fields.Tên)] : []));
  expect(names).toHaveLength(70);
  expect(new Set(names).size).toBe(70);
  expect(new Set(rows.map(({ fields }) => fields.Mã)).size).toBe(71);
  expect(rows.find(({ fields }) => fields.Mã === 'VD-0005')?.fields.Tên).toBe('Bài gõ tay');
});

test('an attached workbook is read; a person who agrees at the private address is ticked once, and staff may untick it', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create('Quyết định', decisionRow({ 'Tạo bài nháp': true }));
  const [, head = [], ...rows] = awardListRows(1, 2);
  const file = writeWorkbook([{ name: 'DS', widths: [5, 30, 30, 30], rows: [head, ...rows] }]);
  await staff.call(
    'POST',
    `appLocal0000000000/${id}/${encodeURIComponent('Tệp danh sách')}/uploadAttachment`,
    {
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      filename: 'danh-sach.xlsx',
      file: Buffer.from(file).toString('base64'),
    },
  );
  const sync = async (runs = 2) => {
    for (let run = 0; run < runs; run += 1) await syncOnce(db, standIn, { siteUrl });
  };
  await sync(3);
  const consents = async () =>
    (await staff.rows(stories)).map(({ fields }) => fields['Đồng ý công khai'] ?? false);
  expect(await consents()).toEqual([true, false, false]);
  const answer = { photo: null, contact: null, words: '', seen: '' };
  await recordAnswer(db, 'VD-0002', { ...answer, name: true });
  await recordAnswer(db, 'VD-0003', { ...answer, name: false });
  await sync();
  expect(await consents()).toEqual([true, true, false]);
  await staff.change(stories, (await staff.rows(stories))[1]?.id ?? '', { 'Đồng ý công khai': false });
  await sync();
  expect(await consents()).toEqual([true, false, false]);
});
