import { isStored, type RowOutcome } from './outcomes.ts';

/** The number of rows for each outcome. */
export interface OutcomeCounts {
  /** Rows stored by this sending. */
  taken: number;
  /** Rows that repeat an earlier row of the table. */
  twice: number;
  /** Rows stored by an earlier sending. */
  before: number;
  /** Rows still to be corrected. */
  left: number;
}

/** Counts the rows of a table by outcome. */
export function countOutcomes(outcomes: readonly RowOutcome[]): OutcomeCounts {
  const rows = outcomes.filter(isStored);
  const taken = rows.filter(({ isNew }) => isNew).length;
  const twice = rows.filter(({ sameAs }) => sameAs !== undefined).length;
  return { taken, twice, before: rows.length - taken - twice, left: outcomes.length - rows.length };
}

/** “Đã nhận 6 dòng, còn 2 dòng cần sửa”: counts only what this sending stored. */
export const partTitle = ({ taken, left }: Pick<OutcomeCounts, 'taken' | 'left'>): string =>
  taken > 0 ? `Đã nhận ${taken} dòng, còn ${left} dòng cần sửa` : `Có ${left} dòng cần sửa`;

/** Sentences about rows that were filed before, each followed by a space; empty if there are none. */
export function foundWords({ twice, before }: Pick<OutcomeCounts, 'twice' | 'before'>): string {
  const parts = [
    ...(twice > 0 ? [`${twice} dòng trùng với dòng khác của bảng này nên chỉ thành một hồ sơ.`] : []),
    ...(before > 0 ? [`${before} dòng đã được nhận từ trước, không thành hồ sơ thứ hai.`] : []),
  ];
  return parts.map((words) => `${words} `).join('');
}
