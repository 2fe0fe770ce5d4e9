import { siteDigest } from '../../../src/back-office/sync/rebuild.ts';
import { baoCaoNam } from '../../../src/filing/definitions/bao-cao-nam.ts';
import { eraseSubmission } from '../../../src/filing/privacy/erase.ts';
import { readSettings } from '../../../src/filing/settings/server/store.ts';
import type { Database } from '../../../src/platform/postgres.ts';
import { owingUnits } from '../../../src/progress/coverage/coverage.ts';
import { readRollUps } from '../../../src/progress/reports/server/roll-up-tools.ts';
import { readFilings } from '../../../src/progress/server/store.ts';
import { clusters, followRows } from '../../../src/vocabulary/owner-settings.ts';
import { expect, syncOnce, test } from '../../fixtures/back-office.ts';
import { exampleAnswers } from '../../fixtures/example-answers.ts';
import { file, intakeTools } from '../../fixtures/intake.ts';
import { clusterTable, planRow, planTable, reportRow, reportTable } from '../../fixtures/unit-filings.ts';

test.afterEach(() => followRows([]));

const shownOf = async (db: Database) => (await readFilings(db, false)).map(({ shown }) => shown);
const shown = { samples: false };

test('a plan counts once staff confirmed it, shows what its unit agreed to, and goes when they take that back', async ({
  db,
  standIn,
  staff,
}) => {
  const row = await staff.create(planTable, planRow({ 'Trạng thái': 'Đang kiểm tra' }));
  await syncOnce(db, standIn);
  expect(await shownOf(db)).toEqual([]);
  const before = await siteDigest(db, shown, new Date());

  await staff.change(planTable, row, { 'Trạng thái': 'Đã xác nhận' });
  await syncOnce(db, standIn);
  const common = { form: 'ke-hoach-don-vi', unitCode: 'so-noi-vu', unitName: null, filedOn: '2026-07-02' };
  const plan = { number: '15/KH-SNV', issuedOn: '2026-06-25', title: 'Kế hoạch thử của đơn vị.', link: null };
  expect(await shownOf(db)).toEqual([{ ...common, plan, hasCriteria: false }]);
  expect(await siteDigest(db, shown, new Date())).not.toBe(before);

  await staff.change(planTable, row, { 'Đồng ý công khai': false, 'Tiêu chí riêng': 'Ba tiêu chí.' });
  await syncOnce(db, standIn);
  expect(await shownOf(db)).toEqual([{ ...common, plan: null, hasCriteria: true }]);

  await staff.change(planTable, row, { 'Trạng thái': 'Trùng lặp' });
  await syncOnce(db, standIn);
  expect(await shownOf(db)).toEqual([]);
});

test('a plan keeps the number of its address while its confirmation comes and goes, beside other plans', async ({
  db,
  standIn,
  staff,
}) => {
  const places = async () => {
    await syncOnce(db, standIn);
    return Object.fromEntries(
      (await readFilings(db, false)).map(({ shown, place }) => [shown.unitCode, place]),
    );
  };
  const first = await staff.create(planTable, planRow());
  expect(await places()).toEqual({ 'so-noi-vu': 1 });
  await staff.create(planTable, planRow({ 'Mã đơn vị': 'so-tai-chinh', 'Đơn vị ban hành': 'Sở Tài chính' }));
  await staff.create(reportTable, reportRow({ 'Mã đơn vị': 'so-xay-dung', 'Đơn vị báo cáo': 'Sở Xây dựng' }));
  const all = { 'so-noi-vu': 1, 'so-tai-chinh': 2, 'so-xay-dung': null };
  expect(await places()).toEqual(all);
  await staff.change(planTable, first, { 'Trạng thái': 'Đang kiểm tra' });
  expect(await places()).toEqual({ 'so-tai-chinh': 2, 'so-xay-dung': null });
  await staff.change(planTable, first, { 'Trạng thái': 'Đã xác nhận', 'Số, ký hiệu kế hoạch': '16/KH-SNV' });
  expect(await places()).toEqual(all);
});

for (const [what, changes, why] of [
  ['a year of no movement', { 'Năm báo cáo': '2025' }, '“Năm báo cáo”: ghi một năm từ 2026 đến 2030'],
  ['a year in words', { 'Năm báo cáo': 'năm nay' }, '“Năm báo cáo”: ghi một năm'],
  ['no unit at all', { 'Mã đơn vị': 'khac', 'Đơn vị báo cáo': ' ' }, 'ghi tên đơn vị'],
  ['less than nothing', { 'Số mô hình, giải pháp mới': -1 }, '“Số mô hình, giải pháp mới”: ghi lại'],
] as const) {
  test(`a confirmed report with ${what} says so in its row and keeps the last good version`, async ({
    db,
    standIn,
    staff,
  }) => {
    const row = await staff.create(reportTable, reportRow());
    await syncOnce(db, standIn);
    const good = await shownOf(db);
    expect(good).toHaveLength(1);
    await staff.change(reportTable, row, changes);
    await syncOnce(db, standIn);
    await syncOnce(db, standIn);
    expect((await staff.rows(reportTable))[0]?.fields['Vì sao']).toContain(why);
    expect(await shownOf(db)).toEqual(good);
  });
}

test('a report that was filed here is confirmed in the base; its state, days and figures outlive its erasure', async ({
  db,
  standIn,
  staff,
}) => {
  const answers = exampleAnswers(baoCaoNam, { year: '2026', models: '7', carriedOut: 'Lời riêng.' });
  const answer = await file(intakeTools(db), answers, {}, 'bao-cao-nam');
  const { code } = JSON.parse(await answer.text());
  await syncOnce(db, standIn);
  const [row] = await staff.rows(reportTable);
  await staff.change(reportTable, row?.id ?? '', { 'Trạng thái': 'Đã xác nhận' });
  await syncOnce(db, standIn);
  expect(await shownOf(db)).toHaveLength(1);
  const { rows: held } = await db.query('select report from unit_filings');
  expect(held[0].report).toMatchObject({ models: 7, carriedOut: 'Lời riêng.' });
  const { rows: states } = await db.query('select state from submissions where code = $1', [code]);
  expect(states[0].state).toBe('da-xac-nhan');

  await eraseSubmission(db, code, 'het-han');
  for (let run = 0; run < 3; run += 1) {
    await db.query("update erased_submissions set erased_at = now() - interval '5 minutes'");
    await syncOnce(db, standIn);
  }
  expect(await staff.rows(reportTable)).toEqual([]);
  expect(await shownOf(db)).toHaveLength(1);
  const { rows: left } = await db.query('select report from unit_filings');
  expect(left[0].report).toMatchObject({ models: 7, carriedOut: null, results: null });
});

test('of two reports that a unit filed on one day the later one counts, whatever the order of their rows', async ({
  db,
  standIn,
  staff,
}) => {
  const tools = intakeTools(db);
  const some = owingUnits.slice(0, 6);
  for (const models of ['2', '5'])
    for (const { code } of some)
      await file(
        tools,
        exampleAnswers(baoCaoNam, { unitCode: code, year: '2026', models }),
        {},
        'bao-cao-nam',
      );
  await syncOnce(db, standIn);
  for (const { id } of (await staff.rows(reportTable)).toReversed())
    await staff.change(reportTable, id, { 'Trạng thái': 'Đã xác nhận' });
  await syncOnce(db, standIn);
  const [rolled] = await readRollUps(db, [2026], false);
  expect(rolled?.rows.map(({ models }) => models)).toEqual(some.map(() => 5));
  expect(rolled?.doubled).toHaveLength(some.length);
});

test('a row that staff delete counts no more', async ({ db, standIn, staff }) => {
  const row = await staff.create(reportTable, reportRow());
  await syncOnce(db, standIn);
  expect(await shownOf(db)).toHaveLength(1);
  await staff.call('DELETE', `appLocal0000000000/${encodeURIComponent(reportTable)}/${row}`);
  await db.query(
    `update sync_memory set value = jsonb_set(value, '{fullAt}', 'null') where name like 'decisions %'`,
  );
  await syncOnce(db, standIn);
  await syncOnce(db, standIn);
  expect(await shownOf(db)).toEqual([]);
});

test('the units of a cụm are read as people list them; a line that names none is told', async ({
  db,
  standIn,
  staff,
}) => {
  const cluster = { Tên: 'Khối thi đua số 1', Loại: 'Khối', 'Áp dụng': true };
  const row = await staff.create(clusterTable, {
    ...cluster,
    'Đơn vị': '1. Sở Nội vụ;\n- so-tai-chinh\n\nUBND phường Trấn Biên.',
  });
  await syncOnce(db, standIn);
  followRows(await readSettings(db));
  const names = clusters().map(({ name, units }) => [name, units.length]);
  expect(names).toEqual([['Khối thi đua số 1', 3]]);
  await staff.change(clusterTable, row, { 'Đơn vị': 'Sở Nội vụ\nSở Không Có Thật\nso-noi-vu' });
  await syncOnce(db, standIn);
  await syncOnce(db, standIn);
  const why = (await staff.rows(clusterTable))[0]?.fields['Vì sao'];
  expect(why).toContain('trang không biết “Sở Không Có Thật”');
  expect(why).toContain('“Sở Nội vụ” có hai dòng');
  expect(clusters()[0]?.units).toHaveLength(3);
});
