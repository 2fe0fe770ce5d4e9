import { type FilingFiles, type TakenIn, takeInFiles } from '../evidence/take-in.ts';
import { answerPost, refuserOf } from '../http/answer-post.ts';
import { wantsJson } from '../http/requests.ts';
import type { ReadBody } from '../http/read-body.ts';
import { jsonReply, pageReply, problemReply, seeOther } from '../http/replies.ts';
import { fillForm } from '../forms/fill-form.ts';
import { officialDateTime } from '../official-date.ts';
import { filesName, maxFileBytes, maxFiles, newFilesName } from '../schemas/forms/kept-file.ts';
import { type FormPeriod, type Opening, openingOf } from '../schemas/forms/periods.ts';
import { findForm, type Form } from '../schemas/forms/registry.ts';
import type { FieldError } from '../schemas/submission.ts';
import { acceptSubmission, tooManyFilings } from './accept.ts';
import { proofPath, type ReceiptKeys, receiptPath } from './receipt-key.ts';
import type { NewSubmission, Receipt, Saved } from './store.ts';

/** What a filing needs from outside. */
export interface FilingTools {
  /** Counts the filing against its sender's limit and stores it; null when there were too many. */
  save: (submission: NewSubmission) => Promise<Saved>;
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

/** Why a closed form takes nothing, and what to do meanwhile. */
export function closedDetail({ opens, closed, meanwhile }: Extract<Opening, { open: false }>): string {
  const when = opens ? `Mở lại lúc ${officialDateTime(opens)}.` : '';
  const since = closed ? `Đã đóng lúc ${officialDateTime(closed)}.` : '';
  return [since, when, meanwhile, 'Nội dung đã nhập vẫn còn trên trang này.'].filter(Boolean).join(' ');
}

async function showMistakes(
  request: Request,
  form: Form,
  tools: FilingTools,
  errors: FieldError[],
  pairs: ReadBody['pairs'],
) {
  if (wantsJson(request)) return jsonReply(422, { errors });
  return pageReply(422, fillForm(await tools.readPage(form.path), pairs, { errors }));
}

/** A form sent along with files by a browser without script: three of the largest, where the platform lets so much pass. */
const filesTaken = {
  name: newFilesName,
  maxBytes: maxFiles * maxFileBytes,
  tooLarge:
    'Các tệp gửi kèm quá lớn. Bấm nút quay lại của trình duyệt, rồi giữ từng tệp một, mỗi tệp không quá 4 MB.',
};

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
 * 400, 403, 404, 405, 409, 413, 415, 429, 503 as problem documents or, for a browser, on the form's page with the answers kept.
 */
export async function postForm(request: Request, formId: string, tools: FilingTools): Promise<Response> {
  const form = findForm(formId);
  if (!form) return problemReply(404, 'Không có biểu mẫu này.');
  const { files } = tools;
  // What is kept of the files that came along stands on every page from then on.
  let kept: ReadBody['pairs'] | undefined;
  const refuse = refuserOf(request, async (notice, pairs) =>
    fillForm(await tools.readPage(form.path), kept ?? pairs, { notice }),
  );
  const taking = files && hasFiles(form) ? files : undefined;
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
      if (taken?.isPause) return pause(form, taken, tools);
      const { answers, pairs } = taken ?? body;
      const known = files && { find: files.find, problems: taken?.problems ?? [] };
      const acceptance = await acceptSubmission(form, answers, tools.save, known);
      if (acceptance.ok) return accepted(request, acceptance.receipt, tools.keys);
      if (acceptance.isTooMany || !(await tools.withinLimit())) return refuse(429, tooManyFilings, pairs);
      return showMistakes(request, form, tools, acceptance.errors, pairs);
    },
  });
}
