import { readText } from '../../../src/platform/spreadsheet/read-text.ts';
import { owingUnits } from '../../../src/progress/coverage/coverage.ts';
import { byKind, figures, sumOf } from '../../../src/progress/reports/roll-up.ts';
import { rollUpHtml } from '../../../src/progress/reports/server/roll-up-html.ts';
import { readRollUps } from '../../../src/progress/reports/server/roll-up-tools.ts';
import { rollUpCsv } from '../../../src/progress/reports/table.ts';
import { expect, test } from '../../fixtures/database.ts';
import { reportOf, shownReport, storeFilings } from '../../fixtures/unit-filings.ts';
import { storeMany } from '../../fixtures/yearly-reports.ts';

test('every sum equals an independent count from the stored rows, in all and by kind of unit', async ({
  db,
}) => {
  await storeMany(db);
  const [rolled] = await readRollUps(db, [2026], false);
  if (!rolled) throw new Error('No roll-up.');
  for (const { id } of figures) {
    const { rows } = await db.query(
      `select coalesce(sum((report ->> $1)::int), 0)::int as total, count(report ->> $1)::int as given,
         count(*)::int as all from unit_filings`,
      [id],
    );
    const [counted] = rows;
    expect(sumOf(rolled.rows, id)).toEqual({
      total: counted.total,
      given: counted.given,
      blank: counted.all - counted.given,
    });
    const kinds = byKind(rolled).map(({ rows: own }) => sumOf(own, id).total);
    expect(kinds.reduce((sum, value) => sum + value, 0)).toBe(counted.total);
  }
  expect(rolled.missing.map(({ code }) => code)).toEqual(owingUnits.slice(0, 3).map(({ code }) => code));
});

test('every sum of the page opens the units behind it, each with a place of its own', async ({ db }) => {
  const names = ['Hợp tác xã Thử', 'Hợp tác xã Thứ', 'Hợp tác xã Thủ', 'Đ. 1', 'Đ 1', '!!!', '???'];
  await storeFilings(db, [
    ...owingUnits.slice(0, 40).map(({ code }, at) => ({
      shown: shownReport(code, 2026, '2027-01-10'),
      report: reportOf({ models: at % 5 === 0 ? null : at }),
    })),
    ...names.map((unitName, at) => ({
      shown: shownReport(null, 2026, '2027-01-11'),
      report: reportOf({ unitName, models: at }),
    })),
  ]);
  const [rolled] = await readRollUps(db, [2026], false);
  if (!rolled) throw new Error('No roll-up.');
  const html = rollUpHtml(rolled, []);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.startsWith('dv-'))).toHaveLength(40 + names.length);
  const rowsById = new Map(
    [...html.matchAll(/<tr id="([^"]*)"><th scope="row">([^<]*)</g)].map(([, id = '', name = '']) => [
      id,
      name,
    ]),
  );
  const links = [...html.matchAll(/<a href="#([^"]*)">([^<]*)<\/a>/g)];
  for (const [, id = '', name = ''] of links) expect(rowsById.get(id), id).toBe(name);
  const charts = html.split('<ul class="chart bare">').slice(1, 3);
  const behind = [rolled.rows.length, rolled.rows.filter(({ models }) => models !== null).length];
  for (const [at, chart] of charts.entries()) {
    const [bars = ''] = chart.split('<h3');
    expect(bars.match(/<details>/g)).toHaveLength(byKind(rolled).length);
    expect(bars.match(/href="#dv-/g)).toHaveLength(behind[at] ?? -1);
  }
});

test('the table has one line for each unit, those without a report included; an answer left out is empty, not zero', async ({
  db,
}) => {
  await storeFilings(db, [
    { shown: shownReport('so-noi-vu', 2026, '2027-01-10'), report: reportOf({ models: 0, adopted: null }) },
  ]);
  const [rolled] = await readRollUps(db, [2026], false);
  if (!rolled) throw new Error('No roll-up.');
  const [head = [], first = [], ...others] = readText(rollUpCsv([rolled]));
  expect(others).toHaveLength(owingUnits.length - 1);
  const cell = (title: string) => String(first[head.indexOf(title)] ?? '');
  expect(cell('Mô hình, giải pháp mới')).toBe('0');
  expect(cell('Mô hình của nơi khác đã áp dụng')).toBe('');
});

test('of two confirmed reports of a unit the last one counts, and staff are told', async ({ db }) => {
  await storeFilings(db, [
    { shown: shownReport('so-noi-vu', 2026, '2027-01-20'), report: reportOf({ models: 2 }) },
    { shown: shownReport('so-noi-vu', 2026, '2027-01-10'), report: reportOf({ models: 9 }) },
  ]);
  const [rolled] = await readRollUps(db, [2026], false);
  expect(sumOf(rolled?.rows ?? [], 'models').total).toBe(2);
  expect(rolled?.doubled).toEqual(['Sở Nội vụ']);
});
