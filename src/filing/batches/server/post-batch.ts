import { answerPost, replierOf } from '../../../platform/http/answer-post.ts';
import { problemReply } from '../../../platform/http/replies.ts';
import { honeypotName } from '../../definitions/form.ts';
import { openingOf } from '../../definitions/periods.ts';
import type { FormMessages, TypedPairs } from '../../forms/server/fill-form.ts';
import { tooManySubmissions } from '../../intake/accept.ts';
import { askForPass, formHtml } from '../../intake/form-pages.ts';
import { closedDetail } from '../../intake/post-form.ts';
import { readSubmissionKey } from '../../intake/submission-key.ts';
import { findBatchForm } from '../batch-form.ts';
import { checkShared } from '../check-rows.ts';
import { joinNotes, noteField, noteOf, readNote } from '../note.ts';
import { isStored, type RowOutcome } from '../outcomes.ts';
import { tableFile, tableText } from '../table-limits.ts';
import { filedTable, tableField } from '../uploaded-table.ts';
import { acceptRows } from './accept-rows.ts';
import { withAnswer } from './batch-page.ts';
import { joinedBatch } from './batch-receipt.ts';
import { lookReply, mistakesReply, rowsReply } from './batch-reply.ts';
import type { BatchTools } from './batch-tools.ts';
import { filedPage } from './filed-page.ts';

const trap = { field: honeypotName, message: 'Hãy xóa chữ trong ô này rồi gửi lại.' };

/** Whether the rate limit refused every row. A table without a valid row counts as one try. */
async function isOver(outcomes: readonly RowOutcome[], { withinLimit }: BatchTools): Promise<boolean> {
  if (outcomes.some(isStored)) return false;
  return outcomes.some((outcome) => !isStored(outcome) && outcome.isTooMany) || !(await withinLimit());
}

/**
 * `POST /api/batches/<form>`: up to 100 nominations of one unit, as a pasted table (`bang`), a file (`tep`), or JSON `rows`.
 * Each row is checked by itself. Every answer names what was left out of the table; a browser page shows that before anything is
 * stored (422). 303 to the list of codes, or 201, if all rows were stored; 207 if some were (422 as a page); 422 if none was or
 * an answer given once is wrong; 400, 403, 404, 405, 409, 413, 415, 428, 429, 503 as `POST /api/forms/<form>`.
 */
export async function postBatch(request: Request, formId: string, tools: BatchTools): Promise<Response> {
  const form = findBatchForm(formId);
  if (!form) return problemReply(404, 'Không gửi nhiều cùng lúc bằng phiếu này.');
  const { gate } = tools;
  const page = (pairs: TypedPairs, messages: FormMessages) =>
    formHtml(filedPage(form), tools, pairs, messages);
  const reply = replierOf(request, page);
  const { refuse } = reply;
  return answerPost(request, {
    reply,
    byPost: 'Hãy gửi bảng bằng POST.',
    foreign: 'Bảng phải được gửi từ chính trang này. Hãy mở lại trang và gửi lại.',
    files: tableFile,
    text: tableText,
    failed: `Filing many ${form.form.id} failed`,
    later:
      'Hệ thống chưa lưu xong. Bảng đã nhập còn trên trang này; hãy gửi lại cả bảng (tệp thì chọn lại) sau ít phút: dòng nào đã được nhận thì trang trả lại đúng mã đã cấp.',
    answer: async (body) => {
      if ((await tools.mayRead?.()) === false) return refuse(429, tooManySubmissions, body.pairs);
      const table = await filedTable(form, body);
      const pairs = withAnswer(body.pairs, tableField, table.text);
      const tabled = { pairs, table, said: body.answers[noteField] };
      const opening = openingOf(form.form.id, new Date(), tools.periods);
      if (!opening.open) return refuse(409, closedDetail(opening), pairs);
      const isTrapped = body.answers[honeypotName] !== undefined;
      const sent = readSubmissionKey(body.answers);
      const unasked = [...(isTrapped ? [trap] : []), ...(sent.ok ? [] : [sent.error])];
      const errors = [...unasked, ...checkShared(form, body.answers), ...table.errors];
      if (errors.length > 0) {
        if (!(await tools.withinLimit())) return refuse(429, tooManySubmissions, pairs);
        return mistakesReply(reply, form, tools, tabled, { errors });
      }
      const look = await lookReply(reply, form, tools, tabled);
      if (look) return (await tools.withinLimit()) ? look : refuse(429, tooManySubmissions, pairs);
      const filed = {
        shared: body.answers,
        rows: table.rows,
        batch: joinedBatch(body.answers, tools.keys),
        tryKey: sent.ok ? sent.key : undefined,
        note: joinNotes(readNote(tabled.said), noteOf(table.understood)),
      };
      const screening = await gate?.screen(filedPage(form).id, body.answers, !reply.wantsJson);
      const hadPass = screening?.pass != null;
      const accepted = await acceptRows(form, filed, (rows) => tools.save(rows, screening));
      if (!accepted.ok)
        return gate
          ? askForPass(reply, filedPage(form), { ...tools, gate }, pairs, hadPass)
          : refuse(429, tooManySubmissions, pairs);
      const isTooMany = await isOver(accepted.outcomes, tools);
      if (isTooMany) return refuse(429, tooManySubmissions, pairs);
      return rowsReply(request, reply, form, tools, { ...accepted, ...tabled, hadPass });
    },
  });
}
