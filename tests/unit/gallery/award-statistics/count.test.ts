import type { PulledRow } from '../../../../src/filing/delivery/pulled-row.ts';
import { noteRecordsGone, noteRows } from '../../../../src/filing/delivery/row-problems.ts';
import { type CountedHonour, countTables } from '../../../../src/gallery/award-statistics/count.ts';
import { countedAs } from '../../../../src/gallery/award-statistics/counted-as.ts';
import { honoursOf, noteCounted } from '../../../../src/gallery/award-statistics/server/counted-honours.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { awardForms } from '../../../../src/vocabulary/taxonomy.ts';
import { expect, stories, test } from '../../../fixtures/back-office.ts';
import { invented, rowOf } from '../../../fixtures/invented-honours.ts';

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
