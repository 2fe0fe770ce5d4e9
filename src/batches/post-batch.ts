import type { FormMessages, TypedPairs } from '../forms/fill-form.ts';
import type { Gate, Screening } from '../gate/gate.ts';
import { answerPost, refuserOf } from '../http/answer-post.ts';
import type { FilesTaken, TextLimits } from '../http/read-body.ts';
import { jsonReply, pageReply, problemReply, seeOther } from '../http/replies.ts';
import { wantsJson } from '../http/requests.ts';
import { honeypotName } from '../schemas/forms/form.ts';
import { type FormPeriod, openingOf } from '../schemas/forms/periods.ts';
import { tooManyFilings } from '../submissions/accept.ts';
import { askForPass, carriedOn, type FiledPage, formHtml } from '../submissions/form-pages.ts';
import { closedDetail } from '../submissions/post-form.ts';
import { type ReceiptKeys, receiptPath } from '../submissions/receipt-key.ts';
import { readSubmissionKey } from '../submissions/submission-key.ts';
import { acceptRows, isTaken, type Outcomes, type RowOutcome } from './accept-rows.ts';
import { type BatchForm, batchPath, findBatchForm } from './batch-form.ts';
import { pageAfterPart, withAnswer } from './batch-page.ts';
import { batchReceiptPath, joinedBatch } from './batch-receipt.ts';
import { checkShared } from './check-rows.ts';
import { pageErrors } from './faults.ts';
import { type FiledTable, fileField, filedTable, tableField } from './filed-table.ts';
import type { NewTable, SavedRow } from './new-table.ts';

/** What filing many at once needs from outside. */
export interface BatchTools {
  /**
   * Counts the rows against their sender's limit and stores those that fit; resolves with those in the store, or with “doubted”
   * when the table wants a pass.
   */
  save: (table: NewTable, screening?: Screening) => Promise<SavedRow[] | 'doubted'>;
  /** Asks for a pass where a table is doubted; without a gate none is. */
  gate?: Gate;
  /** Counts a try that stores nothing; false when there were too many. */
  withinLimit: () => Promise<boolean>;
  /** The built page at an address of the site. */
  readPage: (path: string) => Promise<string>;
  /** When forms are open, if not as the owner set it. */
  periods?: readonly FormPeriod[];
  keys: ReceiptKeys;
}

const megabyte = 1024 * 1024;

const tooLarge = 'Bảng lớn quá 2 MB. Hãy chia thành nhiều bảng nhỏ hơn; chưa dòng nào được gửi.';

/** A hundred rows, each as long as a filing may be; together with a file below the 6 MB that the platform takes. */
export const tableText: TextLimits = {
  maxTextBytes: 2 * megabyte,
  maxRawBytes: 3 * megabyte,
  tooLarge,
};

/** The same as a file. */
export const tableFile: FilesTaken = { name: fileField, maxBytes: 2 * megabyte, tooLarge };

/** The page of a table. A pass for one filing opens nothing there, nor the other way round. */
const filedPage = ({ form }: BatchForm): FiledPage => ({
  id: `${form.id}-nhieu`,
  path: batchPath(form),
  thing: 'Bảng',
});

const trap = { field: honeypotName, message: 'Hãy xóa chữ trong ô này rồi gửi lại.' };

/** A table as it came. */
interface Tabled {
  pairs: TypedPairs;
  table: FiledTable;
  /** A pass came along: what is stored may have used it. */
  hadPass: boolean;
}

/** The answer to a table whose rows were checked. */
async function reply(
  request: Request,
  form: BatchForm,
  tools: BatchTools,
  { pairs, table, outcomes, batch, hadPass }: Outcomes & Tabled,
): Promise<Response> {
  const pathOf = (code: string) => receiptPath(code, tools.keys.of(code));
  const at = (path: string) => new URL(path, request.url).href;
  const taken = outcomes.filter(isTaken);
  const isAll = taken.length === outcomes.length;
  const allPath = taken.length > 0 ? batchReceiptPath(batch, tools.keys) : undefined;
  if (!wantsJson(request)) {
    if (isAll && allPath) return seeOther(allPath);
    const joined = allPath ? new URL(at(allPath)).searchParams : new URLSearchParams();
    const withBatch = [...joined].reduce((all, [name, value]) => withAnswer(all, name, value), pairs);
    const isUsed = hadPass && taken.some(({ isNew }) => isNew);
    const carried = carriedOn(filedPage(form), tools.gate, pairs, isUsed);
    const part = { outcomes, rows: table.rows, ignored: table.ignored, pathOf, allPath, carried };
    return pageReply(422, pageAfterPart(await tools.readPage(batchPath(form.form)), form, withBatch, part));
  }
  const rows = outcomes.map((outcome) =>
    isTaken(outcome)
      ? { row: outcome.row, code: outcome.code, receiptUrl: at(pathOf(outcome.code)), isNew: outcome.isNew }
      : { row: outcome.row, errors: outcome.errors },
  );
  const errors = outcomes.flatMap((outcome) =>
    isTaken(outcome) ? [] : pageErrors(form, outcome.row, outcome.errors),
  );
  const found = {
    form: form.form.id,
    rows,
    ignored: table.ignored,
    ...(allPath && { receiptUrl: at(allPath) }),
  };
  if (isAll) return jsonReply(201, found);
  return jsonReply(taken.length > 0 ? 207 : 422, { ...found, errors });
}

/** Whether nothing was taken because the sender files too often. Where no row was right, the try itself is counted. */
async function isOver(outcomes: readonly RowOutcome[], { withinLimit }: BatchTools): Promise<boolean> {
  if (outcomes.some(isTaken)) return false;
  return outcomes.some((outcome) => !isTaken(outcome) && outcome.isTooMany) || !(await withinLimit());
}

/**
 * `POST /api/batches/<form>`: up to 100 nominations of one unit, as a table pasted (`bang`), a file (`tep`), or `rows` of
 * JSON. Each row is checked apart; 303 to the list of codes or 201 when all were taken, 207 when some were (422 as a page),
 * 422 when none was, or what is given once is wrong; 400, 403, 404, 405, 409, 413, 415, 428, 429, 503 as `POST /api/forms/<form>`.
 */
export async function postBatch(request: Request, formId: string, tools: BatchTools): Promise<Response> {
  const form = findBatchForm(formId);
  if (!form) return problemReply(404, 'Không gửi nhiều cùng lúc bằng biểu mẫu này.');
  const { gate } = tools;
  const page = (pairs: TypedPairs, messages: FormMessages) =>
    formHtml(filedPage(form), tools, pairs, messages);
  const refuse = refuserOf(request, (notice, pairs) => page(pairs, { notice }));
  return answerPost(request, {
    refuse,
    byPost: 'Hãy gửi bảng bằng POST.',
    foreign: 'Bảng phải được gửi từ chính trang này. Hãy mở lại trang và gửi lại.',
    files: tableFile,
    text: tableText,
    failed: `Filing many ${form.form.id} failed`,
    later:
      'Hệ thống chưa lưu xong. Bảng đã nhập còn trên trang này; hãy gửi lại cả bảng (tệp thì chọn lại) sau ít phút: dòng nào đã được nhận thì trang trả lại đúng mã đã cấp.',
    answer: async (body) => {
      const table = await filedTable(form, body);
      const pairs = withAnswer(body.pairs, tableField, table.text);
      const opening = openingOf(form.form.id, new Date(), tools.periods);
      if (!opening.open) return refuse(409, closedDetail(opening), pairs);
      const isTrapped = body.answers[honeypotName] !== undefined;
      const sent = readSubmissionKey(body.answers);
      const unasked = [...(isTrapped ? [trap] : []), ...(sent.ok ? [] : [sent.error])];
      const errors = [...unasked, ...checkShared(form, body.answers), ...table.errors];
      if (errors.length > 0) {
        if (!(await tools.withinLimit())) return refuse(429, tooManyFilings, pairs);
        return wantsJson(request)
          ? jsonReply(422, { errors })
          : pageReply(422, await page(pairs, { errors }));
      }
      const filed = {
        shared: body.answers,
        rows: table.rows,
        batch: joinedBatch(body.answers, tools.keys),
        tryKey: sent.ok ? sent.key : undefined,
      };
      const screening = await gate?.screen(filedPage(form).id, body.answers, !wantsJson(request));
      const hadPass = screening?.pass != null;
      const accepted = await acceptRows(form, filed, (rows) => tools.save(rows, screening));
      if (accepted === 'doubted')
        return gate
          ? askForPass(request, filedPage(form), { ...tools, gate }, pairs, hadPass)
          : refuse(429, tooManyFilings, pairs);
      const isTooMany = await isOver(accepted.outcomes, tools);
      if (isTooMany) return refuse(429, tooManyFilings, pairs);
      return reply(request, form, tools, { ...accepted, pairs, table, hadPass });
    },
  });
}
