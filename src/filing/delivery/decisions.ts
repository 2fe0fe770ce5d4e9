import type { Database } from '../../platform/postgres.ts';
import { findUnreadable } from '../../vietnamese/unreadable.ts';
import { ownerValue } from '../../vocabulary/owner-settings.ts';
import { samplePrefix } from '../../vocabulary/story-ids.ts';
import { askable } from '../definitions/askable.ts';
import { findForm } from '../definitions/registry.ts';
import { mayMove, refusedMove } from '../moves.ts';
import { decidedStates, lacksNotes, notesWanted, reviewSwitch } from '../review-rule.ts';
import { stateOfOption } from '../states.ts';
import type { StaffDecision } from '../submission.ts';
import { applyDecision, type Decision } from './apply-decision.ts';
import { type Filed, findFiled } from './filed.ts';
import { type FreeRow, holdsOf, noteFree, noteUndecided, prepare } from './prepared.ts';
import { isAvailable, nameOfColumn } from './pulled-row.ts';
import { noteProblems, noteRows } from './row-problems.ts';

/** What is wrong, in words for staff and, without names, for the log. */
interface Problem {
  told: string;
  logged: string;
}

/** What a row says: a decision to apply, nothing to do, or a problem in words for staff. */
type Read =
  | (Decision & { is: 'decision'; problem: Problem | null })
  | { is: 'nothing' }
  | { is: 'problem'; problem: Problem };

const nothing: Read = { is: 'nothing' };

const wrong = (told: string, logged: string): Read => ({ is: 'problem', problem: { told, logged } });

const unknownCode = (row: StaffDecision) =>
  wrong(
    `Không có phiếu nào mang mã “${row.code}” ghi ở cột “${nameOfColumn(row, 'code')}”. Chép lại đúng mã trên biên nhận, hoặc xóa hàng này nếu phiếu đã được xóa.`,
    `no submission “${row.code}”`,
  );

const copied = (row: StaffDecision) =>
  wrong(
    `Hàng này là bản chép: mã “${row.code}” ở cột “${nameOfColumn(row, 'code')}” là của một hàng có trước, và trang chỉ theo hàng đó. Xóa hàng này; nếu hàng này mới đúng, chép quyết định sang hàng kia.`,
    `two rows with the code ${row.code}`,
  );

/** The questions to ask again: their fields (null where staff named none), and what is wrong with their headings. */
function readAsked(row: StaffDecision, filed: Filed): { asked: string[] | null; problem: Problem | null } {
  // A column that cannot be read says nothing: what stands in the store stays.
  if (!isAvailable(row, 'asked')) return { asked: filed.asked, problem: null };
  if (row.asked.length === 0) return { asked: null, problem: null };
  const form = findForm(filed.form);
  const names = form ? askable(form) : new Map<string, string>();
  const unknown = row.asked.filter((heading) => !names.has(heading)).join('”, “');
  const told = `Phiếu này không có câu “${unknown}” chọn ở cột “${nameOfColumn(row, 'asked')}”, nên đơn vị không thấy câu đó. Bỏ lựa chọn đó; cần hỏi thì viết vào “${nameOfColumn(row, 'guidance')}”.`;
  const asked = row.asked.flatMap((heading) => names.get(heading) ?? []);
  return { asked, problem: unknown === '' ? null : { told, logged: `unknown question “${unknown}”` } };
}

function readDecision(row: StaffDecision, filed: Filed | undefined): Read {
  const { code, state, guidance, recordId } = row;
  if (code === null || code.startsWith(samplePrefix)) return nothing;
  if (!filed) return unknownCode(row);
  if (filed.recordId !== null && filed.recordId !== recordId) return copied(row);
  if (state === null) return nothing;
  const known = stateOfOption(state);
  if (!known)
    return wrong(
      `Trang không hiểu lựa chọn “${state}” ở cột “${nameOfColumn(row, 'state')}”, nên đơn vị chưa thấy gì thay đổi. Chọn một lựa chọn có sẵn của trang.`,
      `unknown state “${state}”`,
    );
  // What staff decided before they could know of a withdrawal stands.
  if (!filed.isCrossed && !mayMove(filed.state, known))
    return wrong(
      refusedMove(filed.state, known, nameOfColumn(row, 'state')),
      `${code} may not move from ${filed.state} to ${known.id}`,
    );
  const isDecided = decidedStates.includes(known.id) && filed.state !== known.id;
  const isReviewed = row.review !== undefined && ownerValue(reviewSwitch.key) === reviewSwitch.on;
  if (isDecided && isReviewed && filed.notes < notesWanted)
    return wrong(
      lacksNotes(nameOfColumn(row, 'state'), filed.notes),
      `${code} is decided with ${filed.notes} of ${notesWanted} notes`,
    );
  for (const [column, text] of [
    ['guidance', guidance],
    ['reply', row.reply],
  ] as const) {
    const unreadable = findUnreadable(text ?? '');
    if (unreadable)
      return wrong(
        `Cột “${nameOfColumn(row, column)}”: ${unreadable.message} Đơn vị chưa được báo; gõ lại rồi trang gửi ngay.`,
        `the words to the unit of ${code} cannot be read (${unreadable.why})`,
      );
  }
  const words = isAvailable(row, 'guidance') ? guidance : filed.guidance;
  const reply = isAvailable(row, 'reply') && row.reply !== undefined ? row.reply : filed.reply;
  return { is: 'decision', filed, state: known, guidance: words, reply, ...readAsked(row, filed) };
}

/**
 * Which of these codes were erased. A row that is there again, restored or written by a delivery that came late, is due for another
 * removal.
 */
async function findErased(db: Database, codes: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ code: string }>(
    `with again as (
       update erased_submissions set row_deleted_at = null, looked_at = null
       where code = any($1) and row_deleted_at is not null
     ) select code from erased_submissions where code = any($1)`,
    [codes],
  );
  return new Set(rows.map(({ code }) => code));
}

/**
 * Applies staff decisions of one table, except where the unit changed the state and that change is still undelivered. A row that
 * cannot be understood changes nothing and is told why: a state that the code does not know, guidance that the unit could not read, a
 * code of no submission, a copy of another row. Questions that the form does not have are told and left out. Returns these problems for the log, without names. A row
 * that names a release waits for it. With
 * `sendsMail`, queues a letter about a state that waits for the unit or ends the case.
 */
export async function applyDecisions(
  db: Database,
  table: string,
  decisions: readonly StaffDecision[],
  sendsMail = false,
): Promise<string[]> {
  await noteRows(db, table, decisions);
  const codes = decisions.flatMap(({ code }) => code ?? []);
  const filed = await findFiled(db, codes);
  const erased = await findErased(db, codes);
  const read = decisions
    .filter(({ code }) => code === null || !erased.has(code))
    .map((row) => ({ row, read: readDecision(row, filed.get(row.code ?? '')) }));
  const holds = await holdsOf(
    db,
    read.map(({ row }) => row),
  );
  const free: FreeRow[] = [];
  for (const { row, read: decision } of read) {
    const hold = holds.get(row.recordId);
    if (decision.is !== 'decision') {
      const { recordId } = row;
      const own = filed.get(row.code ?? '');
      if (own?.recordId === recordId && isAvailable(row, 'state'))
        await noteUndecided(db, { code: own.code, recordId }, hold);
      continue;
    }
    if (decision.filed.recordId === null)
      await db.query('update deliveries set record_id = $2 where code = $1', [row.code, row.recordId]);
    if (hold?.is === 'held') await prepare(db, decision, row.recordId, hold);
    else {
      await applyDecision(db, decision, row.recordId, sendsMail);
      free.push({ code: decision.filed.code, recordId: row.recordId, release: hold?.release ?? null });
    }
  }
  await noteFree(db, free);
  const problems = read.map(
    ({ row, read: one }) => [row.recordId, one.is === 'nothing' ? null : one.problem] as const,
  );
  await noteProblems(
    db,
    'state',
    new Map(problems.map(([recordId, problem]) => [recordId, problem?.told ?? null])),
  );
  return problems.flatMap(([, problem]) => problem?.logged ?? []);
}
