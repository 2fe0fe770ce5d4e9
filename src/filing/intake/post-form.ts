import { filesTaken, type FilingFiles, takeInFiles } from '../evidence/server/store-uploads.ts';
import type { Gate, Screening } from '../abuse/server/gate.ts';
import { answerPost, refuserOf } from '../../platform/http/answer-post.ts';
import type { ReadBody } from '../../platform/http/read-body.ts';
import { jsonReply, pageReply, problemReply, seeOther } from '../../platform/http/replies.ts';
import { wantsJson } from '../../platform/http/requests.ts';
import { officialDateTime } from '../../vietnamese/official-date.ts';
import { filesName } from '../definitions/uploaded-file.ts';
import { type FormPeriod, type Opening, openingOf } from '../definitions/periods.ts';
import { findForm, type Form } from '../definitions/registry.ts';
import { type Acceptance, acceptSubmission, tooManyFilings } from './accept.ts';
import { askForPass, formHtml, pausePage } from './form-pages.ts';
import { proofPath, type ReceiptKeys, receiptPath, repeatMark } from '../receipts/server/receipt-key.ts';
import type { NewSubmission, Saved } from './store.ts';

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

/** Why a closed form takes nothing, and what to do meanwhile. */
export function closedDetail({ opens, closed, meanwhile }: Extract<Opening, { open: false }>): string {
  const when = opens ? `Mở lại lúc ${officialDateTime(opens)}.` : '';
  const since = closed ? `Đã đóng lúc ${officialDateTime(closed)}.` : '';
  return [since, when, meanwhile, 'Nội dung đã nhập vẫn còn trên trang này.'].filter(Boolean).join(' ');
}

const hasFiles = (form: Form): boolean => filesName in form.schema.shape;

/** What was taken, as its sender hears of it. */
function accepted(
  request: Request,
  { receipt: { code, form, receivedAt }, isRepeat }: Extract<Acceptance, { ok: true }>,
  keys: ReceiptKeys,
): Response {
  const key = keys.of(code);
  const path = receiptPath(code, key) + (isRepeat ? repeatMark : '');
  if (!wantsJson(request)) return seeOther(path);
  const { origin } = new URL(request.url);
  const statusUrl = `${origin}/api/submissions/${code}`;
  const receiptUrl = origin + path;
  const proofUrl = origin + proofPath(code, key, 'pdf');
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
  const { files, gate } = tools;
  const taking = files && hasFiles(form) ? files : undefined;
  // What is kept of the files that came along stands on every page from then on.
  let kept: Pairs | undefined;
  const refuse = refuserOf(request, (notice, pairs) => formHtml(form, tools, kept ?? pairs, { notice }));
  return answerPost(request, {
    refuse,
    byPost: 'Hãy gửi phiếu bằng POST.',
    foreign: 'Phiếu phải được gửi từ chính trang này. Hãy mở lại trang và gửi lại.',
    files: taking && filesTaken,
    failed: `Filing ${form.id} failed`,
    later:
      'Hệ thống chưa lưu được phiếu, nên chưa có mã hồ sơ. Nội dung đã nhập còn trên trang này; hãy gửi lại sau ít phút.',
    answer: async (body) => {
      const opening = openingOf(form.id, new Date(), tools.periods);
      if (!opening.open) return refuse(409, closedDetail(opening), body.pairs);
      const taken = taking && (await takeInFiles(form.id, body, taking));
      kept = taken?.pairs;
      if (taken?.isPause) return pausePage(form, tools, taken);
      const { answers, pairs } = taken ?? body;
      const screening = await gate?.screen(form.id, body.answers, !wantsJson(request));
      const save = (filed: NewSubmission) => tools.save(filed, screening);
      const known = files && { find: files.find, problems: taken?.problems ?? [] };
      const acceptance = await acceptSubmission(form, answers, save, known);
      if (acceptance.ok) return accepted(request, acceptance, tools.keys);
      if (acceptance.isDoubted && gate)
        return askForPass(request, form, { ...tools, gate }, pairs, screening?.pass != null);
      if (acceptance.isTooMany || !(await tools.withinLimit())) return refuse(429, tooManyFilings, pairs);
      const { errors } = acceptance;
      if (wantsJson(request)) return jsonReply(422, { errors });
      return pageReply(422, await formHtml(form, tools, pairs, { errors }));
    },
  });
}
