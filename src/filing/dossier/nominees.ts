import type { Table } from 'docx';
import type { Nomination } from './nomination.ts';
import { slot } from './slot.ts';
import { type RuledColumn, ruledTable } from './tables.ts';

/** “01”, “12”: numbers below ten have a leading zero in official texts. */
export const count = (nominations: readonly Nomination[]): string =>
  String(nominations.length).padStart(2, '0');

/** The value that all nominees share, or a slot if they differ. */
export const sameOf = (values: readonly string[], missing: string): string =>
  new Set(values).size === 1 ? (values[0] ?? slot(missing)) : slot(missing);

const columns: readonly RuledColumn[] = [
  { title: 'TT', widthMm: 12, centred: true },
  { title: 'Đối tượng', widthMm: 52 },
  { title: 'Danh hiệu, hình thức đề\u00a0nghị', widthMm: 46 },
  { title: 'Thời gian đạt thành\u00a0tích', widthMm: 55 },
];

/** The list of nominees. */
export const nomineeTable = (nominations: readonly Nomination[]): Table =>
  ruledTable(
    columns,
    nominations.map(({ name, award, period }, index) => [String(index + 1), name, award, period]),
  );
