import type { Database } from '../../platform/postgres.ts';
import type { StaffDecision } from '../submission.ts';
import { nameOfColumn } from './pulled-row.ts';
import { noteProblems } from './row-problems.ts';

/** Whether staff want something of a row; what they publish themselves needs no submission. */
const isWanted = ({ state, chosen, shared }: StaffDecision) =>
  (state !== null || chosen === true) && shared?.isPublic !== true;

const told = (row: StaffDecision, lost: string | undefined) => {
  const empty = `Cột “${nameOfColumn(row, 'code')}”: còn trống, nên trang không theo hàng này và chưa báo cho ai.`;
  return lost
    ? `${empty} Ghi lại mã ${lost}.`
    : `${empty} Mã do trang cấp khi nhận phiếu: có biên nhận thì chép mã vào đây; phiếu giấy thì điền ở mẫu trên trang, rồi xóa hàng này.`;
};

/** Tells staff of rows that they decided on and that have no `Mã hồ sơ`: without it, a row is of no submission. */
export async function noteUncoded(db: Database, rows: readonly StaffDecision[]): Promise<void> {
  const uncoded = rows.filter((row) => row.code === null && isWanted(row)).map(({ recordId }) => recordId);
  const { rows: delivered } = await db.query<{ recordId: string; code: string }>(
    'select record_id as "recordId", code from deliveries where record_id = any($1)',
    [uncoded],
  );
  const lost = new Map(delivered.map(({ recordId, code }) => [recordId, code]));
  const problems = rows.map(
    (row) =>
      [row.recordId, uncoded.includes(row.recordId) ? told(row, lost.get(row.recordId)) : null] as const,
  );
  await noteProblems(db, 'row', new Map(problems));
}
