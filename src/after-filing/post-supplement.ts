import { createHash } from 'node:crypto';
import { z } from 'zod';
import { filesOfFiling, type FindFiles, takenByAnother } from '../evidence/filed-files.ts';
import { filesTaken, type FilingFiles, pauseOf, type TakenIn, takeInFiles } from '../evidence/take-in.ts';
import { fillForm, type FormMessages } from '../forms/fill-form.ts';
import { faultLine } from '../http/fault-line.ts';
import { answerPost, refuserOf } from '../http/answer-post.ts';
import type { ReadBody } from '../http/read-body.ts';
import { jsonReply, pageReply, problemReply, seeOther } from '../http/replies.ts';
import { wantsJson } from '../http/requests.ts';
import { honeypotName, keyName } from '../schemas/forms/form.ts';
import { filesName } from '../schemas/forms/kept-file.ts';
import type { FieldError } from '../schemas/submission.ts';
import { parseReceiptCode } from '../submissions/receipt-code.ts';
import { askPage } from './ask-page.ts';
import { type AskedAgain, checkSupplement, type Supplement, type SupplementSaved } from './supplement.ts';

/** What answering again needs from outside. */
export interface SupplementTools {
  find: (code: string) => Promise<AskedAgain | null>;
  /** Whether answers of this key are stored already. */
  isStored: (code: string, key: string) => Promise<boolean>;
  save: (code: string, supplement: Supplement) => Promise<SupplementSaved>;
  withinLimit: () => Promise<boolean>;
  readPage: (path: string) => Promise<string>;
  /** Where files are kept. */
  files: FilingFiles;
}

const statusPath = (code: string | null) => `/tra-cuu/${code ? `?ma=${code}` : ''}`;

/** `/bo-sung/?ma=<code>`: the questions asked again, or the status of a code that has none open. 200, 303, 503. */
export async function supplementPage(request: Request, tools: SupplementTools): Promise<Response> {
  const code = parseReceiptCode(new URL(request.url).searchParams.get('ma') ?? '');
  try {
    const again = code && (await tools.find(code));
    if (!again) return seeOther(statusPath(code));
    return pageReply(200, askPage(await tools.readPage(again.form.path), again));
  } catch (error) {
    console.error(`Supplement page failed: ${faultLine(error)}`);
    return problemReply(503, 'Chưa mở được câu hỏi. Hãy thử lại sau ít phút.', { 'Retry-After': '60' });
  }
}

const nothingAsked = () => problemReply(404, 'Hồ sơ này không có câu nào cần trả lời lại.');

const keyIn = (filed: Record<string, unknown>): string | undefined => z.uuid().safeParse(filed[keyName]).data;

/** The same answers give the same key, where no script made one. */
const digestOf = (answers: unknown): string =>
  `sha256:${createHash('sha256').update(JSON.stringify(answers)).digest('hex')}`;

/** The answer to what is stored: the state of the filing. */
const stored = (request: Request, code: string): Response =>
  wantsJson(request) ? jsonReply(201, { code, receiptUrl: statusPath(code) }) : seeOther(statusPath(code));

/** The new answers with the files among them, which are kept already, or what is wrong. */
async function check(
  again: AskedAgain,
  { answers: filed, problems }: TakenIn,
  find: FindFiles,
): Promise<
  { ok: true; answers: Supplement['answers']; ids: string[] } | { ok: false; errors: FieldError[] }
> {
  const checked = checkSupplement(again, filed);
  const refused = problems.map((message) => ({ field: filesName, message }));
  if (!checked.ok || refused.length > 0)
    return { ok: false, errors: [...refused, ...(checked.ok ? [] : checked.errors)] };
  const files = await filesOfFiling(again.form.id, checked.answers, find);
  if (!files.ok) return { ok: false, errors: [files.error] };
  const { ids, facts } = files;
  return {
    ok: true,
    answers: ids.length > 0 ? { ...checked.answers, [filesName]: facts } : checked.answers,
    ids,
  };
}

/** The answers to an open question, stored; or the page again, with what is wrong and what was typed. */
async function take(
  request: Request,
  again: AskedAgain,
  body: ReadBody,
  { files, readPage, save }: SupplementTools,
): Promise<Response> {
  const { code, form, asked } = again;
  const isAskedForFiles = asked.includes(filesName);
  const taken = isAskedForFiles
    ? await takeInFiles(form.id, body, files)
    : { ...body, problems: [], isPause: false };
  const show = async (status: number, messages: FormMessages) =>
    pageReply(status, fillForm(askPage(await readPage(form.path), again), taken.pairs, messages));
  const refuse = (errors: FieldError[]) =>
    wantsJson(request) ? jsonReply(422, { errors }) : show(422, { errors });
  if (taken.isPause) return show(...pauseOf(taken));
  const checked = await check(again, taken, files.find);
  if (!checked.ok) return refuse(checked.errors);
  const { answers, ids } = checked;
  const saved = await save(code, { key: keyIn(body.answers) ?? digestOf(answers), answers, files: ids });
  if (saved === 'files-gone') return refuse([takenByAnother]);
  return saved === 'saved' || !wantsJson(request) ? stored(request, code) : nothingAsked();
}

/**
 * `POST /api/supplements/<code>`: new answers to the questions asked again. 201 or 303 when stored, 422 with every mistake,
 * 400, 403, 404, 405, 413, 415, 429, 503 as problem documents. The same key or the same answers are stored once.
 */
export async function postSupplement(
  request: Request,
  typed: string,
  tools: SupplementTools,
): Promise<Response> {
  const refuse = refuserOf(request);
  const code = parseReceiptCode(typed);
  return answerPost(request, {
    refuse,
    byPost: 'Hãy gửi bằng POST.',
    foreign: 'Hãy gửi từ chính trang này.',
    files: filesTaken,
    failed: 'Supplement failed',
    later: 'Hệ thống chưa lưu được câu trả lời. Hãy gửi lại sau ít phút.',
    answer: async (body) => {
      if (!(await tools.withinLimit())) {
        return refuse(429, 'Địa chỉ này đã gửi quá nhiều lần. Hãy chờ rồi gửi lại.');
      }
      const again = code && (await tools.find(code));
      if (again && body.answers[honeypotName] === undefined) return take(request, again, body, tools);
      // A retry finds its questions closed: it sees the state that its first try brought about.
      const key = keyIn(body.answers);
      const isRetry = !again && code && (!wantsJson(request) || (key && (await tools.isStored(code, key))));
      return isRetry ? stored(request, code) : nothingAsked();
    },
  });
}
