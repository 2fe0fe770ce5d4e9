import { staffSheets } from '../../../../src/back-office/staff-pages/server/sheets.ts';
import {
  statisticsSheet,
  statisticsWorkbook,
} from '../../../../src/back-office/statistics/statistics-sheet.ts';
import { keHoachDonVi } from '../../../../src/filing/definitions/ke-hoach-don-vi.ts';
import { countTables } from '../../../../src/gallery/award-statistics/count.ts';
import { honoursOf, plansOf } from '../../../../src/gallery/award-statistics/server/counted-honours.ts';
import { readFile } from '../../../../src/platform/spreadsheet/read-file.ts';
import { opensRollUp } from '../../../../src/progress/reports/link.ts';
import { unitGroups } from '../../../../src/vocabulary/units.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { exampleAnswers } from '../../../fixtures/example-answers.ts';
import { file as fileAs, intakeTools } from '../../../fixtures/intake.ts';
import { invented } from '../../../fixtures/invented-honours.ts';
import { planRow, planTable } from '../../../fixtures/unit-filings.ts';

test('the workbook has the same figures as the page, and what nobody confirmed is a slot', () => {
  const year = { year: 2026, said: { reporter: '', receiver: '', basis: '' } };
  const tables = countTables(invented(300, 7), [{ unitKind: unitGroups[0]?.id ?? null, plans: 4 }]);
  const page = statisticsSheet(year, tables, '/can-bo/x/', '/tong-hop/?nam=2026');
  const read = readFile(statisticsWorkbook(year, tables).body);
  if (!read.ok) throw new Error(read.message);
  expect(read.sheets.map(({ name }) => name)).toEqual([
    'Biểu 0601.N',
    'Biểu 0602.N',
    'Biểu 0603.N',
    'Bảng 4',
    'Bảng 5',
  ]);
  for (const [at, { rows }] of page.tables.entries())
    for (const row of rows) expect(read.sheets[at]?.rows).toContainEqual(row);
  expect(JSON.stringify(read.sheets)).toContain('[điền: đơn vị báo cáo]');
  expect(page.notes[0]).toContain('chưa xác nhận');
});

test('rows of Điển hình count by the day of their decision, whatever their state, and leave with their row', async ({
  db,
  standIn,
  staff,
}) => {
  const honour = (at: number, changes: Record<string, unknown>) =>
    staff.create(
      stories,
      storyRow({
        Mã: `VD-000${at}`,
        Loại: 'Cá nhân',
        Tên: `Người thử ${at}`,
        'Số quyết định': '1/QĐ',
        'Ngày quyết định': '2026-11-20',
        'Hình thức khen thưởng': 'Giấy khen',
        ...changes,
      }),
    );
  await honour(1, {
    'Thống kê: đối tượng': 'Người trực tiếp công tác, lao động',
    'Thống kê: giới tính': 'Nữ',
    'Mã đơn vị': 'so-noi-vu',
  });
  await honour(2, { 'Trạng thái': 'Nháp', 'Đồng ý công khai': false });
  const gone = await honour(3, { 'Trạng thái': 'Gỡ bỏ' });
  await honour(4, { 'Số quyết định': '' });
  await honour(5, { 'Thống kê: không tính': true });
  await honour(1, {});
  const row = await staff.create('Biểu thống kê', { Năm: '2026' });
  await staff.create('Biểu thống kê', { Năm: 'năm nay' });
  for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn, { siteUrl: 'https://thi-dua.example.vn' });
  const counted = await honoursOf(db, 2026);
  expect(counted).toHaveLength(3);
  expect(counted).toContainEqual({
    kind: 'ca-nhan',
    awardForm: 'giay-khen',
    countedAs: 'truc-tiep',
    sex: 'nu',
    unitKind: unitGroups.find(({ label }) => label.startsWith('Sở'))?.id ?? unitGroups[0]?.id,
  });
  const years = await staff.rows('Biểu thống kê');
  expect(years[0]?.fields['Trang biểu']).toMatch(/^https:\/\/thi-dua\.example\.vn\/can-bo\/trec/);
  expect(years[1]?.fields['Vì sao']).toContain('Cột “Năm”: ghi một năm');
  const permit = { kind: 't' as const, id: row, until: new Date() };
  const sheet = await staffSheets(db, { siteUrl: '', isLocal: false }).sheet(permit, '/can-bo/x/');
  expect(JSON.stringify(sheet)).not.toContain('Người thử');
  const link = new URL(sheet?.links[1]?.href ?? '', 'https://thi-dua.example.vn');
  expect([link.pathname, link.searchParams.get('nam')]).toEqual(['/tong-hop/', '2026']);
  expect(opensRollUp(db.secret, link.searchParams, new Date(permit.until.getTime() - 1))).toBe(true);
  await staff.call('DELETE', `appLocal0000000000/${encodeURIComponent(stories)}/${gone}`);
  await syncOnce(db, standIn);
  expect(await honoursOf(db, 2026)).toHaveLength(2);
});

test('biểu 0601.N counts plans that were filed and plans that staff typed from paper, each once, as a count by hand does', async ({
  db,
  standIn,
  staff,
}) => {
  for (const unitName of ['Hợp tác xã thử 1', 'Hợp tác xã thử 2']) {
    const answers = exampleAnswers(keHoachDonVi, { unitCode: 'khac', unitName });
    expect((await fileAs(intakeTools(db), answers, {}, keHoachDonVi.id)).status).toBe(201);
  }
  for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
  // A filed plan that staff confirm is still one.
  for (const { id } of await staff.rows(planTable))
    await staff.change(planTable, id, { 'Trạng thái': 'Đã xác nhận' });
  await staff.create(planTable, planRow());
  await staff.create(planTable, planRow({ 'Nhận lúc': '2027-01-02T02:00:00.000Z' }));
  await staff.create(planTable, planRow({ 'Trạng thái': null }));
  await staff.create(planTable, planRow({ 'Mã đơn vị': 'khac', 'Đơn vị ban hành': 'Hợp tác xã thử' }));
  for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
  const year = new Date().getFullYear();
  const total = async (of: number) => (await plansOf(db, of)).reduce((sum, { plans }) => sum + plans, 0);
  const byHand = { 2026: 2, 2027: 1 };
  expect(await total(2026)).toBe(byHand[2026] + (year === 2026 ? 2 : 0));
  expect(await total(2027)).toBe(byHand[2027] + (year === 2027 ? 2 : 0));
  const kinds = (await plansOf(db, 2026)).map(({ unitKind }) => unitKind);
  expect(kinds).toContain(null);
});
