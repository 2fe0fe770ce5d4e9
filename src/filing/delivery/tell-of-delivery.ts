import type { Database } from '../../platform/postgres.ts';
import { findForm } from '../definitions/registry.ts';
import type { ClaimedSubmission, DeliveryOutcome } from '../submission.ts';
import { noteKept } from './kept-answers.ts';
import { noteProblems, noteRows } from './row-problems.ts';

const lackingColumns = (columns: readonly string[]) =>
  `Chưa ghi được câu trả lời của cột “${columns.join('”, “')}”: cột không còn hoặc đã bị đổi kiểu. Khôi phục cột thì trang ghi tiếp.`;

/** Name of the table in the code that a chunk, of one form, is written into; null where its form is gone. */
export const tableOf = ([first]: readonly ClaimedSubmission[]): string | null =>
  (first && findForm(first.form)?.table.name) ?? null;

/** Notes for staff what became of the rows: answers that have no place, changes that were kept, a change that was refused. */
export async function tellOfDelivery(
  db: Database,
  chunk: readonly ClaimedSubmission[],
  { delivered, records = {}, refused, conflicts = {}, kept = {}, lacking = {} }: DeliveryOutcome,
): Promise<void> {
  const recordOf = ({ code, recordId }: ClaimedSubmission) => records[code] ?? recordId;
  const told = <T>(codes: readonly string[], words: (code: string) => T) =>
    new Map(
      chunk.flatMap((submission) => {
        const record = codes.includes(submission.code) ? recordOf(submission) : null;
        return record === null ? [] : [[record, words(submission.code)] as const];
      }),
    );
  const table = tableOf(chunk);
  if (table !== null) {
    const rows = [...told(delivered, (code) => code)].map(([recordId, code]) => ({ recordId, code }));
    await noteRows(db, table, rows);
    // What waits of these rows was told before they were written: they are read again.
    await db.query('update base_changes set cells = null where record_id = any($1)', [
      rows.map(({ recordId }) => recordId),
    ]);
  }
  await noteProblems(
    db,
    'lacking',
    told(delivered, (code) => (lacking[code] ? lackingColumns(lacking[code]) : null)),
  );
  await noteProblems(
    db,
    'conflict',
    told(Object.keys(conflicts), (code) => conflicts[code] ?? null),
  );
  await noteKept(
    db,
    delivered.flatMap((code) => {
      const recordId = records[code] ?? chunk.find((one) => one.code === code)?.recordId;
      return recordId == null ? [] : [{ code, recordId, answers: kept[code] ?? [] }];
    }),
  );
  const reasons = new Map(refused.map(({ code, reason }) => [code, reason]));
  await noteProblems(
    db,
    'delivery',
    told([...delivered, ...reasons.keys()], (code) => {
      const reason = reasons.get(code);
      return reason === undefined
        ? null
        : `Airtable không nhận phần đơn vị vừa gửi thêm (${reason}). Sửa cột đó; trang tự gửi lại sau nửa giờ, chậm nhất sau một ngày.`;
    }),
  );
}
