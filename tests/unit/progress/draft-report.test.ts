import { owingUnits } from '../../../src/progress/coverage/coverage.ts';
import { byKind, figures, sumOf } from '../../../src/progress/reports/roll-up.ts';
import {
  draftOf,
  phaseOccasion,
  readRollUps,
  yearsOf,
} from '../../../src/progress/reports/server/roll-up-tools.ts';
import { expect, test } from '../../fixtures/database.ts';
import { noCount, readWord } from '../../fixtures/word-report.ts';
import { storeMany } from '../../fixtures/yearly-reports.ts';

const now = new Date('2027-02-01T05:00:00Z');

test('the roll-up of all units with its draft report takes less than five seconds; each number leads to its table', async ({
  db,
}) => {
  await storeMany(db);
  // Time of work, not of waiting: the machine that runs the tests is shared.
  const began = process.cpuUsage();
  const [rolled] = await readRollUps(db, [2026], false);
  const bytes = await draftOf(db, { years: [2026], occasion: 'nam' }, now, false);
  const { user, system } = process.cpuUsage(began);
  const seconds = (user + system) / 1_000_000;
  console.log(`Roll-up and draft of ${rolled?.rows.length} reports: ${seconds.toFixed(2)} s`);
  expect(seconds).toBeLessThan(5);
  const { text, marks, anchors, kept, parts } = readWord(bytes);
  expect(new Set(anchors).difference(new Set(marks))).toEqual(new Set());
  const total = sumOf(rolled?.rows ?? [], 'models').total.toLocaleString('vi');
  expect(text).toContain(`Mô hình, giải pháp mới: ${total} mô hình, giải pháp (Phụ lục II)`);
  expect(text).toContain('[người soạn viết: ưu điểm, hạn chế, nguyên nhân]');
  for (const { name } of owingUnits.slice(0, 3)) expect(text).toContain(name);
  // Annexes by Nghị định 30/2020: numbered in Roman figures, each with its own page numbers, and each names the report.
  expect(marks).toEqual([
    ...['ke-hoach', 'so-lieu-2026', 'con-thieu-2026', 'khen-thuong', 'nhan-rong'],
    ...['kho-khan', 'kien-nghi'],
  ]);
  expect(text.match(/Kèm theo Báo cáo số \[số\]\/BC-SNV/g)).toHaveLength(marks.length);
  expect(parts).toBe(1 + marks.length);
  // Nothing that leads to the next line stands alone at the foot of a page, nor a signature or a sum at the head of one.
  for (const words of ['Theo loại đơn vị', 'nhiệm vụ năm sau', 'Cộng', String(owingUnits[3]?.name)])
    expect(
      kept.some((one) => one.includes(words)),
      words,
    ).toBe(true);
  expect(text).toContain('ngoài danh mục có 1 báo cáo');
  expect(text).toContain('Khó khăn của đơn vị 4.');
  expect(text).toContain('Chưa có tập thể, cá nhân được khen thưởng nào đang công bố trên trang.');
  expect(text).toContain('Chưa có nơi áp dụng mô hình nào đã báo và đang công bố trên trang.');
});

for (const [occasion, years] of [
  ['nam', [2026]],
  ['so-ket', [2026, 2027]],
] as const) {
  test(`every number of a draft report leads to the table that it can be counted in: ${occasion}`, async ({
    db,
  }) => {
    await storeMany(db);
    const rolled = await readRollUps(db, years, false);
    const word = readWord(await draftOf(db, { years: [...years], occasion }, now, false));
    for (const said of word.unsourced) expect(said.replaceAll(noCount, ''), said).not.toMatch(/\d/);
    const numbers = word.sourced.map(({ to, text }) => ({
      to,
      value: Number(/^[\d.]+/.exec(text)?.[0].replaceAll('.', '')),
    }));
    const told = numbers.filter(({ value }) => !Number.isNaN(value));
    const [first] = rolled;
    if (!first) throw new Error('No roll-up.');
    const at = 'so-lieu-2026';
    const { rows } = first;
    for (const value of [
      rows.length - 1,
      1,
      ...figures.flatMap(({ id }) => Object.values(sumOf(rows, id))),
      ...byKind(first).flatMap((kind) => [
        kind.rows.length,
        ...figures.map(({ id }) => sumOf(kind.rows, id).total),
      ]),
    ])
      expect(told, String(value)).toContainEqual({ to: at, value });
    // The table has the sums of each kind above the units of that kind.
    for (const { label, rows: own } of byKind(first)) {
      const from = word.rows.findIndex((cells) => cells[1] === label && cells[2] === `${own.length} báo cáo`);
      expect(word.rows[from]?.slice(3, 7)).toEqual(
        figures.map(({ id }) => sumOf(own, id).total.toLocaleString('vi')),
      );
      const below = word.rows.slice(from + 1, from + 1 + own.length);
      for (const [index, { id }] of figures.entries())
        expect(
          below.reduce((sum, cells) => sum + Number(cells[3 + index]), 0),
          `${label}, ${id}`,
        ).toBe(sumOf(own, id).total);
    }
  });
}

test('the report of a phase covers its years, that of the end all five; other years have none', () => {
  expect(phaseOccasion(2026)).toBeNull();
  expect(phaseOccasion(2027)).toBe('so-ket');
  expect(yearsOf(2027, 'so-ket')).toEqual([2026, 2027]);
  expect(phaseOccasion(2030)).toBe('tong-ket');
  expect(yearsOf(2030, 'tong-ket')).toEqual([2026, 2027, 2028, 2029, 2030]);
  expect(yearsOf(2030, 'so-ket')).toBeNull();
});
