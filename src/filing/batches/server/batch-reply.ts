import type { Replier } from '../../../platform/http/answer-post.ts';
import { jsonReply, pageReply, seeOther } from '../../../platform/http/replies.ts';
import type { FormMessages, TypedPairs } from '../../forms/server/fill-form.ts';
import { carriedOn, formHtml } from '../../intake/form-pages.ts';
import { receiptPath } from '../../receipts/server/receipt-key.ts';
import type { FieldError } from '../../submission.ts';
import { type BatchForm, batchPath } from '../batch-form.ts';
import { pageErrors } from '../faults.ts';
import { leftOutWords, linesLeftOut, reasons, sheetReasons } from '../left-out.ts';
import { joinNotes, noteField, noteOf, noteWords, readNote } from '../note.ts';
import { isStored, type RowOutcome } from '../outcomes.ts';
import type { UploadedTable } from '../uploaded-table.ts';
import type { Outcomes } from './accept-rows.ts';
import { batchReceiptPath } from './batch-address.ts';
import { pageAfterPart, pageToLookAt, understoodOn, withAnswer } from './batch-page.ts';
import type { BatchTools } from './batch-tools.ts';
import { filedPage } from './filed-page.ts';

/** A table as the request held it. */
export interface Tabled {
  pairs: TypedPairs;
  table: UploadedTable;
  /** What an earlier page of this table reported as left out. */
  said: unknown;
}

/** What was read of a table and what was left out, as JSON for programs. */
function leftOutJson({ understood }: UploadedTable) {
  if (!understood) return { skipped: [], ignored: [], sheets: [] };
  const { sheet, ignored, sheets } = understood;
  return {
    ...(sheet !== undefined && { sheet }),
    skipped: linesLeftOut(understood).map((line) => ({ ...line, reason: reasons[line.why] })),
    ignored,
    sheets: sheets.map(({ name, why }) => ({ name, why, reason: sheetReasons[why] })),
  };
}

const wordsOf = ({ table: { understood }, said }: Tabled): string[] => [
  ...noteWords(readNote(said)),
  ...(understood ? leftOutWords(understood) : []),
];

/** The answers of a page, with the note of what was left out, so that the next try sends the note again. */
const withNote = ({ pairs, table, said }: Tabled): TypedPairs =>
  withAnswer(pairs, noteField, JSON.stringify(joinNotes(readNote(said), noteOf(table.understood))));

/** The page with its mistakes. A file returns as the text that was read from it, with the note of what was left out. */
export async function mistakesReply(
  { wantsJson }: Replier,
  form: BatchForm,
  tools: BatchTools,
  tabled: Tabled,
  messages: FormMessages & { errors: readonly FieldError[] },
): Promise<Response> {
  const { pairs, table } = tabled;
  if (wantsJson) {
    const leftOut = table.understood && leftOutWords(table.understood).length > 0 ? leftOutJson(table) : {};
    return jsonReply(422, { errors: messages.errors, ...leftOut });
  }
  const { understood, isReplaced } = table;
  if (!understood || !isReplaced)
    return pageReply(422, await formHtml(filedPage(form), tools, pairs, messages));
  const finish = understoodOn(form, understood);
  return pageReply(422, await formHtml(filedPage(form), tools, withNote(tabled), messages, finish));
}

/** For a browser without script: the page that shows how the table was understood; undefined if nothing was interpreted. */
export async function lookReply(
  { wantsJson }: Replier,
  form: BatchForm,
  tools: BatchTools,
  tabled: Tabled,
): Promise<Response | undefined> {
  const { understood } = tabled.table;
  if (wantsJson || !understood || understood.isPlain) return undefined;
  const page: Parameters<typeof pageToLookAt>[3] = (messages, pairs, finish) =>
    formHtml(filedPage(form), tools, pairs, messages, finish);
  return pageReply(422, await pageToLookAt(form, understood, withNote(tabled), page));
}

/** The answer to a table whose rows were checked. `hadPass`: the request had a pass, which storing may have used. */
export async function rowsReply(
  { url }: Request,
  { wantsJson }: Replier,
  form: BatchForm,
  tools: BatchTools,
  { outcomes, batch, hadPass, ...tabled }: Outcomes & Tabled & { hadPass: boolean },
): Promise<Response> {
  const { table, pairs } = tabled;
  const at = (path: string) => new URL(path, url).href;
  const keyPath = (code: string) => receiptPath(code, tools.keys.of(code));
  const statusPath = (code: string) => `/tra-cuu/?ma=${code}`;
  const taken = outcomes.filter(isStored);
  const isAll = taken.length === outcomes.length;
  const allPath = taken.length > 0 ? batchReceiptPath(batch, tools.keys) : undefined;
  if (!wantsJson) {
    if (isAll && allPath) return seeOther(allPath);
    const joined = allPath ? new URL(at(allPath)).searchParams : new URLSearchParams();
    const withBatch = [...joined].reduce(
      (all, [name, value]) => withAnswer(all, name, value),
      withNote(tabled),
    );
    const isUsed = hadPass && taken.some(({ isNew }) => isNew);
    const carried = carriedOn(filedPage(form), tools.gate, pairs, isUsed);
    const pathOf = ({ code, isOwn }: (typeof taken)[number]) => (isOwn ? keyPath(code) : statusPath(code));
    const part = { outcomes, rows: table.rows, leftOut: wordsOf(tabled), pathOf, allPath, carried };
    return pageReply(422, pageAfterPart(await tools.readPage(batchPath(form.form)), form, withBatch, part));
  }
  const rowJson = (outcome: RowOutcome) => {
    if (!isStored(outcome)) return { row: outcome.row, errors: outcome.errors };
    const { row, code, isNew, isOwn, sameAs } = outcome;
    return {
      row,
      code,
      isNew,
      ...(sameAs !== undefined && { sameAs }),
      ...(isOwn && { receiptUrl: at(keyPath(code)) }),
      statusUrl: at(statusPath(code)),
    };
  };
  const errors = outcomes.flatMap((outcome) =>
    isStored(outcome) ? [] : pageErrors(form, outcome.row, outcome.errors),
  );
  const found = {
    form: form.form.id,
    rows: outcomes.map(rowJson),
    ...leftOutJson(table),
    ...(allPath && { receiptUrl: at(allPath) }),
  };
  if (isAll) return jsonReply(201, found);
  return jsonReply(taken.length > 0 ? 207 : 422, { ...found, errors });
}
