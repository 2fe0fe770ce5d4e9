import { answerPost, orLater, type Replier, replierOf } from '../../platform/http/answer-post.ts';
import { jsonReply, problemReply, seeOther } from '../../platform/http/replies.ts';
import { officialDateTime } from '../../vietnamese/official-date.ts';
import type { Gate, Screening } from '../abuse/server/gate.ts';
import { type FormPeriod, type Opening, openingOf } from '../definitions/periods.ts';
import { type Form, findForm } from '../definitions/registry.ts';
import { filesName } from '../definitions/uploaded-file.ts';
import {
  acceptedUploads,
  type StoredUploads,
  storeUploads,
  type UploadTools,
} from '../evidence/server/store-uploads.ts';
import { takenByAnother } from '../evidence/server/submission-files.ts';
import {
  type ReceiptKeys,
  receiptFilePath,
  receiptPath,
  repeatMark,
} from '../receipts/server/receipt-key.ts';
import type { FieldError } from '../submission.ts';
import { alreadyFiled, checkSubmission, tooManySubmissions } from './accept.ts';
import { askForPass, formHtml, pausePage } from './form-pages.ts';
import { refusedCase } from './refused-case.ts';
import type { NewSubmission, Saved } from './store.ts';

/** What `postForm` needs from its caller. */
export interface IntakeTools {
  /** Counts the submission against its sender's limit and stores it. Resolves only when the row is safe. */
  save: (submission: NewSubmission, screening?: Screening) => Promise<Saved>;
  /** Asks for a pass where a submission is doubted; without a gate no submission is doubted. */
  gate?: Gate;
  /** Counts a submission that has mistakes and is not stored; false when the sender is over the limit. */
  withinLimit: () => Promise<boolean>;
  /** Where evidence files are stored; without it the form accepts no files. */
  files?: UploadTools;
  /** The built page at an address of the site. */
  readPage: (path: string) => Promise<string>;
  /** When forms are open, in place of the periods that the owner set. */
  periods?: readonly FormPeriod[];
  keys: ReceiptKeys;
}

/** Says why a form is closed and what to do meanwhile. */
export function closedDetail({ opens, closed, meanwhile }: Extract<Opening, { open: false }>): string {
  const when = opens ? `Mở lại lúc ${officialDateTime(opens)}.` : '';
  const since = closed ? `Đã đóng lúc ${officialDateTime(closed)}.` : '';
  return [since, when, meanwhile, 'Nội dung đã nhập vẫn còn trên trang này.'].filter(Boolean).join(' ');
}

const hasFiles = (form: Form): boolean => filesName in form.schema.shape;

/** Tells the sender that the submission is stored: 201 with JSON for programs, 303 to the receipt for browsers. */
function accepted(
  { url }: Request,
  { wantsJson }: Replier,
  { receipt: { code, form, receivedAt }, isRepeat }: Extract<Saved, { ok: true }>,
  keys: ReceiptKeys,
): Response {
  const key = keys.of(code);
  const path = receiptPath(code, key) + (isRepeat ? repeatMark : '');
  if (!wantsJson) return seeOther(path);
  const { origin } = new URL(url);
  const statusUrl = `${origin}/api/submissions/${code}`;
  const receiptUrl = origin + path;
  const proofUrl = origin + receiptFilePath(code, key, 'pdf');
  return jsonReply(
    201,
    { code, form, receivedAt: receivedAt.toISOString(), statusUrl, receiptUrl, proofUrl },
    { Location: statusUrl },
  );
}

const noFiles = async () => new Map<string, never>();

/** Checks and stores a submission whose files are already stored. */
async function file(
  request: Request,
  form: Form,
  taken: StoredUploads,
  reply: Replier,
  tools: IntakeTools,
): Promise<Response> {
  const { gate, files, keys } = tools;
  const { answers, pairs, problems } = taken;
  const tooMany = () => reply.refuse(429, tooManySubmissions, pairs);
  const mistaken = async (errors: FieldError[]) =>
    (await tools.withinLimit()) ? reply.mistaken(errors, pairs) : tooMany();
  const checked = await checkSubmission(form, answers, { find: files?.find ?? noFiles, problems });
  if (!checked.ok) return mistaken(checked.errors);
  const screening = await gate?.screen(form.id, answers, !reply.wantsJson);
  const saved = await tools.save(checked.submission, screening);
  if (saved.ok)
    return saved.isSame
      ? accepted(request, reply, saved, keys)
      : mistaken([alreadyFiled(saved.receipt.code)]);
  if (saved.reason === 'files-gone') return mistaken([takenByAnother]);
  if (saved.reason === 'doubted' && gate)
    return askForPass(reply, form, { ...tools, gate }, pairs, screening?.pass != null);
  return tooMany();
}

/**
 * `POST /api/forms/<form>`. Answers 201 or 303 when the submission is stored and 422 with every mistake. Answers 400, 403, 404,
 * 405, 409, 413, 415, 428, 429 and 503 as problem documents or, for a browser, on the form's page with the answers kept.
 */
export async function postForm(request: Request, formId: string, tools: IntakeTools): Promise<Response> {
  const form = findForm(formId);
  if (!form) return problemReply(404, 'Không có phiếu này.');
  const files = hasFiles(form) ? tools.files : undefined;
  const reply = replierOf(request, (pairs, messages) => formHtml(form, tools, pairs, messages));
  const service = {
    reply,
    failed: `Filing ${form.id} failed`,
    later:
      'Hệ thống chưa lưu được phiếu, nên chưa có mã hồ sơ. Nội dung đã nhập còn trên trang này; hãy gửi lại sau ít phút.',
  };
  return answerPost(request, {
    ...service,
    byPost: 'Hãy gửi phiếu bằng POST.',
    foreign: 'Phiếu phải được gửi từ chính trang này. Hãy mở lại trang và gửi lại.',
    files: files && acceptedUploads,
    answer: async (body) => {
      const opening = openingOf(form.id, new Date(), tools.periods);
      if (!opening.open) return reply.refuse(409, closedDetail(opening), body.pairs);
      const refused = refusedCase(form.id, body.answers, new Date());
      if (refused !== null) return reply.refuse(409, refused, body.pairs);
      const taken = await storeUploads(form.id, body, files);
      // Once uploads are stored, every page we send back lists them.
      return orLater(service, taken.pairs, () =>
        taken.isPause ? pausePage(form, tools, taken) : file(request, form, taken, reply, tools),
      );
    },
  });
}
