import { type FilingFiles, type TakenIn, takeInFiles } from '../evidence/take-in.ts';
import { faultLine } from '../http/fault-line.ts';
import { isSameOrigin, wantsJson } from '../http/requests.ts';
import { type ReadBody, readBody } from '../http/read-body.ts';
import {
  jsonReply,
  pageReply,
  type ProblemStatus,
  problemReply,
  problemTitle,
  seeOther,
} from '../http/replies.ts';
import { fillForm, type FormMessages } from '../forms/fill-form.ts';
import type { Gate, Screening } from '../gate/gate.ts';
import { officialDateTime } from '../official-date.ts';
import { waitName } from '../schemas/forms/carried.ts';
import { filesName, maxFileBytes, maxFiles, newFilesName } from '../schemas/forms/kept-file.ts';
import { type FormPeriod, type Opening, openingOf } from '../schemas/forms/periods.ts';
import { findForm, type Form } from '../schemas/forms/registry.ts';
import type { FieldError } from '../schemas/submission.ts';
import { acceptSubmission, tooManyFilings } from './accept.ts';
import { proofPath, type ReceiptKeys, receiptPath } from './receipt-key.ts';
import type { NewSubmission, Receipt, Saved } from './store.ts';

/** What a filing needs from outside. */
export interface FilingTools {
  /** Counts the filing against its sender's limit and stores it; null when there were too many, “doubted” when it wants a pass. */
  save: (submission: NewSubmission, screening?: Screening) => Promise<Saved | 'doubted'>;
  /** Asks for a pass where a filing is doubted; without a gate none is. */
  gate?: Gate;
  /** Counts a filing that holds mistakes, and so is not stored; false when there were too many. */
  withinLimit: () => Promise<boolean>;
  /** Where files are kept; without it none are taken. */
  files?: FilingFiles;
  /** The built page at an address of the site. */
  readPage: (path: string) => Promise<string>;
  /** When forms are open, if not as the owner set it. */
  periods?: readonly FormPeriod[];
  keys: ReceiptKeys;
}

type Pairs = ReadBody['pairs'];

function closedDetail({ opens, closed, meanwhile }: Extract<Opening, { open: false }>): string {
  const when = opens ? `Mở lại lúc ${officialDateTime(opens)}.` : '';
  const since = closed ? `Đã đóng lúc ${officialDateTime(closed)}.` : '';
  return [since, when, meanwhile, 'Nội dung đã nhập vẫn còn trên trang này.'].filter(Boolean).join(' ');
}

const challengeWords =
  'Phiếu chưa được gửi. Hãy giải phép tính trong “challenge” (ALTCHA) rồi gửi lại cùng phiếu, kèm lời giải ở trường “altcha”.';

const waitNotice = (seconds: number) => ({
  title: problemTitle(428),
  detail: `Phiếu chưa được gửi; nội dung đã nhập còn nguyên dưới đây. Xin xem lại một lượt: sau ${seconds} giây nữa, bấm gửi lần nữa là xong.`,
  goOn: { href: '#gui', text: 'Đến nút gửi' },
});

/** One answer to every failure: a problem document, or the form's own page with what was typed. */
async function refuse(
  request: Request,
  form: Form,
  tools: FilingTools,
  status: ProblemStatus,
  detail: string,
  pairs: Pairs = [],
) {
  const retry: Record<string, string> = status === 503 || status === 429 ? { 'Retry-After': '60' } : {};
  if (wantsJson(request)) return problemReply(status, detail, retry);
  return formPage(status, form, tools, pairs, { notice: { title: problemTitle(status), detail } }, retry);
}

const shownToken = (pairs: Pairs) => pairs.find(([name]) => name === waitName)?.[1];

/** The form's own page with what was typed, and the token with which the wait for the next try counts from now on. */
async function formPage(
  status: number,
  form: Form,
  { gate, readPage }: FilingTools,
  pairs: Pairs,
  messages: FormMessages,
  headers: Record<string, string> = {},
): Promise<Response> {
  const carried = gate && { [waitName]: gate.token(form.id, shownToken(pairs)).token };
  const page = fillForm(await readPage(form.path), pairs, { ...(carried && { carried }), ...messages });
  return pageReply(status, page, headers);
}

/** Asks for a pass: a program and the script of a page for a solved challenge, a page without script for a moment's wait. */
async function askForPass(
  request: Request,
  form: Form,
  { gate, ...tools }: FilingTools & { gate: Gate },
  pairs: Pairs,
  wasUsed: boolean,
): Promise<Response> {
  if (wantsJson(request))
    return problemReply(428, challengeWords, {}, { challenge: await gate.challenge(form.id) });
  const { token, leftSeconds } = gate.token(form.id, shownToken(pairs), wasUsed);
  const messages = { notice: waitNotice(leftSeconds), carried: { [waitName]: token } };
  return formPage(428, form, tools, pairs, messages, { 'Retry-After': String(leftSeconds) });
}

async function showMistakes(
  request: Request,
  form: Form,
  tools: FilingTools,
  errors: FieldError[],
  pairs: Pairs,
) {
  if (wantsJson(request)) return jsonReply(422, { errors });
  return formPage(422, form, tools, pairs, { errors });
}

/** A form sent along with files by a browser without script: three of the largest, where the platform lets so much pass. */
const filesTaken = { name: newFilesName, maxBytes: maxFiles * maxFileBytes };

const hasFiles = (form: Form): boolean => filesName in form.schema.shape;

/** The page again with the files that are kept, for one who is not done yet. */
async function pause(form: Form, { pairs, problems }: TakenIn, tools: FilingTools): Promise<Response> {
  const errors = problems.length > 0 ? [{ field: filesName, message: problems.join(' ') }] : undefined;
  const notice = {
    title: 'Đã cập nhật danh sách tệp',
    detail: 'Phiếu chưa được gửi. Nội dung đã nhập vẫn còn nguyên.',
  };
  const page = await tools.readPage(form.path);
  return pageReply(errors ? 422 : 200, fillForm(page, pairs, errors ? { errors } : { notice }));
}

function accepted(request: Request, { code, form, receivedAt }: Receipt, keys: ReceiptKeys): Response {
  const key = keys.of(code);
  if (!wantsJson(request)) return seeOther(receiptPath(code, key));
  const at = (path: string) => new URL(path, request.url).href;
  const statusUrl = at(`/api/submissions/${code}`);
  const receiptUrl = at(receiptPath(code, key));
  const proofUrl = at(proofPath(code, key, 'pdf'));
  return jsonReply(
    201,
    { code, form, receivedAt: receivedAt.toISOString(), statusUrl, receiptUrl, proofUrl },
    { Location: statusUrl },
  );
}

/**
 * `POST /api/forms/<form>`. Answers 201 or 303 when the submission is stored, 422 with every mistake, and
 * 400, 403, 404, 405, 409, 413, 415, 428, 429, 503 as problem documents or, for a browser, on the form's page with the answers kept.
 */
export async function postForm(request: Request, formId: string, tools: FilingTools): Promise<Response> {
  const form = findForm(formId);
  if (!form) return problemReply(404, 'Không có biểu mẫu này.');
  if (request.method !== 'POST') return problemReply(405, 'Hãy gửi phiếu bằng POST.', { Allow: 'POST' });
  if (!isSameOrigin(request)) {
    return refuse(
      request,
      form,
      tools,
      403,
      'Phiếu phải được gửi từ chính trang này. Hãy mở lại trang và gửi lại.',
    );
  }
  const takes = tools.files && hasFiles(form);
  const body = await readBody(request, takes ? filesTaken : undefined);
  if (!body.ok) return refuse(request, form, tools, body.status, body.detail, body.pairs);
  const opening = openingOf(form.id, new Date(), tools.periods);
  if (!opening.open) return refuse(request, form, tools, 409, closedDetail(opening), body.pairs);
  let { answers, pairs } = body;
  try {
    const taken = tools.files && takes ? await takeInFiles(form.id, body, tools.files) : undefined;
    if (taken) ({ answers, pairs } = taken);
    if (taken?.isPause) return await pause(form, taken, tools);
    const { gate } = tools;
    const screening = await gate?.screen(form.id, body.answers, !wantsJson(request));
    const acceptance = await acceptSubmission(
      form,
      answers,
      (filed) => tools.save(filed, screening),
      tools.files && { find: tools.files.find, problems: taken?.problems ?? [] },
    );
    if (acceptance.ok) return accepted(request, acceptance.receipt, tools.keys);
    if (acceptance.isDoubted && gate) {
      return await askForPass(request, form, { ...tools, gate }, pairs, screening?.pass != null);
    }
    if (acceptance.isTooMany || !(await tools.withinLimit())) {
      return await refuse(request, form, tools, 429, tooManyFilings, pairs);
    }
    return await showMistakes(request, form, tools, acceptance.errors, pairs);
  } catch (error) {
    console.error(`Filing ${form.id} failed: ${faultLine(error)}`);
    const detail =
      'Hệ thống chưa lưu được phiếu, nên chưa có mã hồ sơ. Nội dung đã nhập còn trên trang này; hãy gửi lại sau ít phút.';
    return refuse(request, form, tools, 503, detail, pairs);
  }
}
