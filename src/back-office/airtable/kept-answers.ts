import type { KeptAnswer, KeptSubmission } from '../../filing/submission.ts';
import type { BaseSession } from './base-session.ts';
import type { AirtableClient } from './client.ts';
import type { Cell, Table } from './column.ts';
import { tableOfForm } from './columns.ts';
import { BaseLayoutError } from './errors.ts';
import { findRows } from './find-rows.ts';
import { digestOf, gist } from './gist.ts';
import type { ColumnPlace, TablePlace } from './layout.ts';
import { columnOf, tableLayout } from './places.ts';
import type { FoundRow } from './submission-cells.ts';

const excerpt = (cell: Cell) => {
  const text = Array.isArray(cell) ? cell.join(', ') : String(cell ?? '');
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
};

const told = (column: string, cell: Cell) =>
  cell === undefined
    ? `Đơn vị đã bỏ trống câu trả lời ở cột “${column}”, nhưng ô này do cán bộ sửa nên được giữ nguyên. Xóa ô nếu đồng ý với đơn vị.`
    : `Đơn vị đã sửa câu trả lời ở cột “${column}” thành “${excerpt(cell)}”, nhưng ô này do cán bộ sửa nên được giữ nguyên. Chép vào ô nếu đồng ý với đơn vị.`;

/** A cell of staff that is kept beside the answer `cell` of the unit; `now`: what staff wrote. */
export const keepAnswer = (
  name: string,
  { name: shown }: ColumnPlace,
  cell: Cell,
  now: string,
): KeptAnswer => ({
  column: name,
  digest: digestOf(now),
  told: told(shown, cell),
});

/**
 * Which of the answers that were kept still stand beside others of the unit: not those that are the same now, or that staff wrote anew
 * since they could read of the difference. A cell that cannot be read stays as it was noted.
 */
export function stillKept(
  submission: KeptSubmission,
  table: Table,
  place: TablePlace,
  found: FoundRow,
): KeptAnswer[] {
  return table.columns.flatMap(({ name, cell: cellOf }) => {
    const digest = submission.kept[name];
    if (digest === undefined || !cellOf) return [];
    const cell = cellOf(submission);
    const column = columnOf(place, name);
    if (!column) return [{ column: name, digest, told: told(place.fields[name]?.name ?? name, cell) }];
    const now = gist(column, found.fields[column.id]);
    const isOpen = now !== gist(column, cell) && digestOf(now) === digest;
    return isOpen ? [keepAnswer(name, column, cell, now)] : [];
  });
}

/** Reads the rows of at most ten submissions of one form; by code, see `stillKept`. A row that is gone keeps nothing. */
export async function lookAtKept(
  client: AirtableClient,
  base: BaseSession,
  form: string,
  submissions: readonly KeptSubmission[],
): Promise<Map<string, KeptAnswer[]>> {
  const table = tableOfForm[form];
  if (!table) throw new BaseLayoutError(`Phiếu “${form}” chưa có bảng trong Airtable.`);
  return base.withLayout(async (layout) => {
    const place = tableLayout(layout, table);
    const rows = new Map((await findRows(client, table, place, submissions)).map((row) => [row.id, row]));
    return new Map(
      submissions.map((submission) => {
        const found = rows.get(submission.recordId ?? '');
        return [submission.code, found ? stillKept(submission, table, place, found) : []];
      }),
    );
  });
}
