import type { World } from './world.ts';

/** Whether a row has this state. */
export const isIn = (state: string) => (row: Record<string, unknown>) => row['Trạng thái'] === state;

/** Changes rows of a table that a test picks, the first `count` of them. */
export async function changeSome(
  { staff }: World,
  table: string,
  {
    count,
    where,
    fields,
  }: { count: number; where: (row: Record<string, unknown>) => boolean; fields: object },
): Promise<void> {
  const found = (await staff.rows(table)).filter((row) => where(row.fields)).slice(0, count);
  for (const { id } of found) await staff.change(table, id, { ...fields });
}
