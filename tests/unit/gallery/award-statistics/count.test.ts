import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { readFile } from '../../../../src/platform/spreadsheet/read-file.ts';
import {
  statisticsSheet,
  statisticsWorkbook,
} from '../../../../src/back-office/statistics/statistics-sheet.ts';
import { staffSheets } from '../../../../src/back-office/staff-pages/server/sheets.ts';
import { type CountedHonour, countTables } from '../../../../src/gallery/award-statistics/count.ts';
import { countedAs, sexes } from '../../../../src/gallery/award-statistics/counted-as.ts';
import { honoursOf, noteCounted } from '../../../../src/gallery/award-statistics/server/counted-honours.ts';
import { noteRecordsGone, noteRows } from '../../../../src/filing/delivery/row-problems.ts';
import type { PulledRow } from '../../../../src/filing/delivery/pulled-row.ts';
import { storyKindNames } from '../../../../src/gallery/story.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { opensRollUp } from '../../../../src/progress/reports/link.ts';
import { awardForms } from '../../../../src/vocabulary/taxonomy.ts';
import { unitGroups } from '../../../../src/vocabulary/units.ts';

/** Numbers that look random and are the same at each run. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function invented(count: number, seed: number): CountedHonour[] {
  const random = pseudoRandom(seed);
  const pick = <T>(list: readonly T[]): T | null => {
    const at = Math.floor(random() * (list.length + 1));
    return at < list.length ? (list[at] ?? null) : null;
  };
  return Array.from({ length: count }, () => ({
    kind: pick(['tap-the', 'ca-nhan', 'mo-hinh']) ?? 'ca-nhan',
    awardForm: pick(awardForms)?.id ?? null,
    countedAs: pick(countedAs)?.id ?? null,
    sex: pick(['nu', 'nam']),
    unitKind: pick(unitGroups)?.id ?? null,
  }));
}

/** A count by hand: a tally for each cell, made without the code that is tested. */
function tally(honours: readonly CountedHonour[]): Map<string, number> {
  const cells = new Map<string, number>();
  const add = (award: string, column: string) => {
    for (const row of [award, 'Cộng'])
      cells.set(`${row}|${column}`, (cells.get(`${row}|${column}`) ?? 0) + 1);
  };
  for (const { kind, awardForm, countedAs: id, sex } of honours) {
    const award = awardForms.find((form) => form.id === awardForm)?.name ?? '?';
    const group = kind === 'ca-nhan' ? 'Cá nhân' : 'Tập thể';
    const known = countedAs.find((one) => one.id === id);
    const suits = known && (known.of === 'person') === (kind === 'ca-nhan');
    add(award, 'Tổng số');
    add(award, `${group}: tổng`);
    add(award, suits ? `${group}: ${known.name}` : `${group}: chưa ghi`);
    if (kind === 'ca-nhan') {
      const words = new Map([
        ['nu', 'nữ'],
        ['nam', 'nam'],
      ]);
      add(award, `Cá nhân: ${words.get(sex ?? '') ?? 'giới tính chưa ghi'}`);
    }
  }
  return cells;
}

const nameIn = (list: readonly { id: string; name: string }[], id: string | null) =>
  list.find((one) => one.id === id)?.name;

/** The row of `Điển hình` that says what an honour is. */
const rowOf = (honour: CountedHonour, at: number, changes: Record<string, unknown> = {}): PulledRow => ({
  recordId: `rec${at}`,
  cells: {
    id: `VD-${String(at).padStart(4, '0')}`,
    kind: nameIn(
      Object.entries(storyKindNames).map(([id, name]) => ({ id, name })),
      honour.kind,
    ),
    decisionNumber: `${at}/QĐ-UBND`,
    decisionDate: '2026-11-20',
    awardForm: nameIn(awardForms, honour.awardForm),
    countedAs: nameIn(countedAs, honour.countedAs),
    sex: nameIn(sexes, honour.sex),
    unitKind: unitGroups.find(({ id }) => id === honour.unitKind)?.label,
    ...changes,
  },
});

const storeRows = async (db: Database, rows: readonly PulledRow[]) => {
  await noteRows(
    db,
    stories,
    rows.map(({ recordId, cells }) => ({ recordId, code: String(cells.id) })),
  );
  await noteCounted(db, rows);
};

test('the tables equal a count by hand of 1,000 invented rows, for many draws; copies and rows left out change nothing', async ({
  db,
}) => {
  test.slow();
  for (let seed = 1; seed <= 4; seed += 1) {
    const honours = invented(1_000, seed);
    const rows = honours.map((honour, at) => rowOf(honour, at));
    const copies = rows
      .filter((_, at) => at % 7 === seed)
      .map((row, at) => ({
        ...row,
        recordId: `rec-copy-${at}`,
        cells: { ...row.cells, decisionDate: '2026-12-01' },
      }));
    const leftOut = invented(50, seed + 9).map((honour, at) =>
      rowOf(honour, 5_000 + at, { notCounted: true }),
    );
    await storeRows(db, [...rows, ...copies, ...leftOut]);
    const tables = countTables(await honoursOf(db, 2026), []);
    for (const [form, ids] of [
      ['0602.N', ['huan-chuong-lao-dong', 'co-thi-dua-chinh-phu', 'bang-khen-thu-tuong']],
      ['0603.N', ['co-thi-dua-thanh-pho', 'bang-khen-chu-tich-thanh-pho']],
    ] as const) {
      const table = tables.find((one) => one.form === form);
      const byHand = tally(
        honours.filter(({ awardForm }) => (ids as readonly (string | null)[]).includes(awardForm)),
      );
      for (const [name, ...counts] of table?.rows ?? [])
        for (const [at, column] of (table?.columns ?? []).slice(1).entries())
          expect(counts[at], `${form}, ${name}, ${column}, seed ${seed}`).toBe(
            byHand.get(`${name}|${column}`) ?? 0,
          );
    }
    // Each honour is in one of the three tables of awards, and once among the units.
    const totals = tables.slice(1).map(({ rows: own }) => own.at(-1)?.[1] ?? 0);
    expect((totals[0] ?? 0) + (totals[1] ?? 0) + (totals[2] ?? 0)).toBe(1_000);
    expect(totals[3]).toBe(1_000);
  }
});

test('a copied row counts once its Mã is its own or the other row is gone; a tick taken back counts again', async ({
  db,
}) => {
  const [honour] = invented(1, 3);
  if (!honour) throw new Error('No honour.');
  const count = async () => (await honoursOf(db, 2026)).length;
  const copy = { ...rowOf(honour, 1), recordId: 'rec-copy' };
  await storeRows(db, [rowOf(honour, 1), copy]);
  expect(await count()).toBe(1);
  await storeRows(db, [{ ...copy, cells: { ...copy.cells, id: 'VD-0002' } }]);
  expect(await count()).toBe(2);
  await storeRows(db, [copy]);
  await noteRecordsGone(db, ['rec1']);
  expect(await count()).toBe(1);
  await storeRows(db, [{ ...copy, cells: { ...copy.cells, notCounted: true } }]);
  expect(await count()).toBe(0);
  await storeRows(db, [copy]);
  expect(await count()).toBe(1);
});

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
