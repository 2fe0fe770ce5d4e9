import { nameOfColumn, type PulledRow } from './pulled-row.ts';

/** Which of these properties cannot be read, because their column is gone or has another type. */
export const goneOf = ({ columns }: Pick<PulledRow, 'columns'>, properties: readonly string[]): string[] =>
  properties.filter((property) => columns?.unavailable.includes(property));

/** What is said about columns that cannot be read, in words for staff. */
export const goneWords = (row: Pick<PulledRow, 'columns'>, properties: readonly string[]): string =>
  `Cột “${properties.map((property) => nameOfColumn(row, property)).join('”, “')}” không còn hoặc đã bị đổi kiểu, nên trang giữ bản đã có. Khôi phục cột.`;

/** SQL: `now` with these keys (a text array) as they were `before`, where they were there. */
export const keepingKeys = (now: string, before: string, keys: string): string =>
  `${now} || coalesce((select jsonb_object_agg(key, ${before} -> key) from unnest(${keys}) key where ${before} ? key), '{}')`;
