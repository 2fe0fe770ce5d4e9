import { isStored, type RowOutcome } from './outcomes.ts';

/** How many rows of a table became what. */
export interface OutcomeCounts {
  /** Stored by this sending. */
  taken: number;
  /** The same words as an earlier row of the table. */
  twice: number;
  /** Stored by an earlier sending. */
  before: number;
  /** Still to be mended. */
  left: number;
}

/** Counts the rows of a table by what they became. */
export function countOutcomes(outcomes: readonly RowOutcome[]): OutcomeCounts {
  const rows = outcomes.filter(isStored);
  const taken = rows.filter(({ isNew }) => isNew).length;
  const twice = rows.filter(({ sameAs }) => sameAs !== undefined).length;
  return { taken, twice, before: rows.length - taken - twice, left: outcomes.length - rows.length };
}

/** “Đã nhận 6 dòng, còn 2 dòng cần sửa”: what was stored by this sending alone. */
export const partTitle = ({ taken, left }: Pick<OutcomeCounts, 'taken' | 'left'>): string =>
  taken > 0 ? `Đã nhận ${taken} dòng, còn ${left} dòng cần sửa` : `Có ${left} dòng cần sửa`;

/** What became of rows that were filed already; empty, or sentences with a space behind. */
export function foundWords({ twice, before }: Pick<OutcomeCounts, 'twice' | 'before'>): string {
  const parts = [
    ...(twice > 0 ? [`${twice} dòng trùng với dòng khác của bảng này nên chỉ thành một hồ sơ.`] : []),
    ...(before > 0 ? [`${before} dòng đã được nhận từ trước, không thành hồ sơ thứ hai.`] : []),
  ];
  return parts.map((words) => `${words} `).join('');
}
