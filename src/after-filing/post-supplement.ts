import { createHash } from 'node:crypto';
import { z } from 'zod';
import { filesOfFiling, type FindFiles, takenByAnother } from '../evidence/filed-files.ts';
import { filesTaken, type FilingFiles, pauseOf, type TakenIn, takeInFiles } from '../evidence/take-in.ts';
import { fillForm, type FormMessages, type TypedPairs } from '../forms/fill-form.ts';
import { faultLine } from '../http/fault-line.ts';
import { answerPost, type Refuse, refuserOf } from '../http/answer-post.ts';
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

/** The same answers to the same asking give the same key, where no script made one. */
const digestOf = (round: number, answers: unknown): string =>
  `sha256:${createHash('sha256')
    .update(JSON.stringify([round, answers]))
    .digest('hex')}`;

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

/** Shows the page that asks, with what was typed. */
type ShowAgain = (pairs: TypedPairs, messages: FormMessages) => Promise<string>;

const asked =
  (again: AskedAgain, { readPage }: SupplementTools): ShowAgain =>
  async (pairs, messages) =>
    fillForm(askPage(await readPage(again.form.path), again), pairs, messages);

/** The answers to an open question, stored; or the page again, with what is wrong and what was typed. */
async function take(
  request: Request,
  again: AskedAgain,
  taken: TakenIn,
  tools: SupplementTools,
): Promise<Response> {
  const { code, round } = again;
  const show = async (status: number, messages: FormMessages) =>
    pageReply(status, await asked(again, tools)(taken.pairs, messages));
  const refuse = (errors: FieldError[]) =>
    wantsJson(request) ? jsonReply(422, { errors }) : show(422, { errors });
  if (taken.isPause) return show(...pauseOf(taken));
  const checked = await check(again, taken, tools.files.find);
  if (!checked.ok) return refuse(checked.errors);
  const { answers, ids } = checked;
  const key = keyIn(taken.answers) ?? digestOf(round, answers);
  const saved = await tools.save(code, { key, answers, files: ids });
  if (saved === 'files-gone') return refuse([takenByAnother]);
  return saved === 'saved' || !wantsJson(request) ? stored(request, code) : nothingAsked();
}

/** What came with files that are asked for; where none are, no file is kept. */
const takeIn = async (again: AskedAgain, body: ReadBody, { files }: SupplementTools): Promise<TakenIn> =>
  again.asked.includes(filesName)
    ? takeInFiles(again.form.id, body, files)
    : { ...body, problems: [], isPause: false };

/**
 * `POST /api/supplements/<code>`: new answers to the questions asked again. 201 or 303 when stored, 422 with every mistake,
 * 400, 403, 404, 405, 413, 415, 429, 503 as problem documents or, for a browser, on the page that asks, with what was typed
 * and the files that are kept. The same key or the same answers are stored once.
 */
export async function postSupplement(
  request: Request,
  typedCode: string,
  tools: SupplementTools,
): Promise<Response> {
  const code = parseReceiptCode(typedCode);
  let show: ShowAgain | undefined;
  const refuse: Refuse = (status, detail, pairs) => {
    const shown = show;
    return refuserOf(request, shown && ((notice, typed) => shown(typed, { notice })))(status, detail, pairs);
  };
  return answerPost(request, {
    refuse,
    byPost: 'Hãy gửi bằng POST.',
    foreign: 'Hãy gửi từ chính trang này.',
    files: filesTaken,
    failed: 'Supplement failed',
    later: 'Hệ thống chưa lưu được câu trả lời. Hãy gửi lại sau ít phút.',
    answer: async (body) => {
      const again = code && (await tools.find(code));
      if (again) show = asked(again, tools);
      if (!(await tools.withinLimit()))
        return refuse(429, 'Địa chỉ này đã gửi quá nhiều lần. Hãy chờ rồi gửi lại.', body.pairs);
      if (again && body.answers[honeypotName] === undefined) {
        const taken = await takeIn(again, body, tools);
        // What is kept of the files stands on every page from then on.
        show = (_, messages) => asked(again, tools)(taken.pairs, messages);
        return take(request, again, taken, tools);
      }
      // A retry finds its questions closed: it sees the state that its first try brought about.
      const key = keyIn(body.answers);
      const isRetry = !again && code && (!wantsJson(request) || (key && (await tools.isStored(code, key))));
      return isRetry ? stored(request, code) : nothingAsked();
    },
  });
}
