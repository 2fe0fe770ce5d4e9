import { writeCsv } from '../../platform/spreadsheet/csv.ts';
import { unitGroups } from '../../vocabulary/units.ts';
import { figures, type RollUp } from './roll-up.ts';

const kindOf = (group: string) => unitGroups.find(({ id }) => id === group)?.label ?? '';

/** The words of a report, as columns of a table. */
export const wordColumns = [
  ['carriedOut', 'Tình hình tổ chức thực hiện'],
  ['results', 'Kết quả'],
  ['indicators', 'Chỉ số trước và sau'],
  ['difficulties', 'Khó khăn, vướng mắc'],
  ['proposals', 'Đề xuất, kiến nghị'],
  ['nextYear', 'Phương hướng, nhiệm vụ năm sau'],
] as const;

/** Whether a report counts, in words. */
export const states = { there: 'Đã xác nhận', missing: 'Chưa có báo cáo được xác nhận' };

/** All units of a roll-up as one table: those without a report stand in it, too. A figure that was left out is an empty cell, not 0. */
function rollUpRows({ year, rows, missing }: RollUp): (string | number | null)[][] {
  const head = ['Mã đơn vị', 'Đơn vị', 'Loại đơn vị', 'Năm', 'Trạng thái', 'Ngày nhận'];
  const titles = [...head, ...figures.map(({ name }) => name), ...wordColumns.map(([, title]) => title)];
  return [
    titles,
    ...rows.map((row) => [
      row.unitCode,
      row.name,
      kindOf(row.group),
      year,
      states.there,
      row.filedOn,
      ...figures.map(({ id }) => row[id]),
      ...wordColumns.map(([id]) => row[id]),
    ]),
    ...missing.map(({ code, name, group }) => [
      code,
      name,
      kindOf(group),
      year,
      states.missing,
      ...Array.from({ length: 1 + figures.length + wordColumns.length }, () => null),
    ]),
  ];
}

/** See `rollUpRows`. */
export const rollUpCsv = (years: readonly RollUp[]): string =>
  writeCsv(years.flatMap((year, at) => rollUpRows(year).slice(at === 0 ? 0 : 1)));
