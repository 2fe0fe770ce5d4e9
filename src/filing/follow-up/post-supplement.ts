import { z } from 'zod';
import { answerPost, orLater, type Replier, replierOf } from '../../platform/http/answer-post.ts';
import { jsonReply, pageReply, problemReply, secretAddress, seeOther } from '../../platform/http/replies.ts';
import { honeypotName, keyName } from '../definitions/form.ts';
import { filesName } from '../definitions/uploaded-file.ts';
import {
  acceptedUploads,
  pauseOf,
  type StoredUploads,
  storeUploads,
  type UploadTools,
} from '../evidence/server/store-uploads.ts';
import { type FindFiles, filesOfSubmission, takenByAnother } from '../evidence/server/submission-files.ts';
import type { FormMessages, TypedPairs } from '../forms/server/fill-form.ts';
import { keyOfWords } from '../intake/submission-key.ts';
import { parseReceiptCode } from '../receipts/server/receipt-code.ts';
import { receiptFilePath, statusPath } from '../receipts/server/receipt-key.ts';
import type { FieldError } from '../submission.ts';
import { refusals } from './access.ts';
import { checkSupplement } from './check-supplement.ts';
import type { InformationRequest } from './information-request.ts';
import { askPage } from './render-request-page.ts';
import type { Supplement, SupplementSaved } from './supplement.ts';
import type { SupplementPageTools } from './supplement-page.ts';

/** What `postSupplement` needs from its caller. */
export interface SupplementTools extends SupplementPageTools {
  /** Whether a supplement with this key is already stored. */
  isStored: (code: string, key: string) => Promise<boolean>;
  save: (code: string, supplement: Supplement) => Promise<SupplementSaved>;
  withinLimit: () => Promise<boolean>;
  /** Where evidence files are stored. */
  files: UploadTools;
}

/** A submission that was opened with its receipt key. */
interface OpenedByKey {
  code: string;
  key: string;
}

const nothingAsked = () => problemReply(404, 'Hồ sơ này không có câu nào cần trả lời lại.');

const keyIn = (filed: Record<string, unknown>): string | undefined => z.uuid().safeParse(filed[keyName]).data;

/** The reply to a stored supplement: the status of the submission and its signed receipt. */
function stored({ wantsJson }: Replier, { code, key }: OpenedByKey): Response {
  const receiptUrl = statusPath(code, key);
  if (!wantsJson) return seeOther(receiptUrl);
  return jsonReply(201, { code, receiptUrl, proofUrl: receiptFilePath(code, key, 'pdf') });
}

/** Checks the new answers together with their files, which are already stored. */
async function check(
  again: InformationRequest,
  { answers: filed, problems }: StoredUploads,
  find: FindFiles,
  isPartial: boolean,
): Promise<
  { ok: true; answers: Supplement['answers']; ids: string[] } | { ok: false; errors: FieldError[] }
> {
  const checked = checkSupplement(again, filed, isPartial);
  const refused = problems.map((message) => ({ field: filesName, message }));
  if (!checked.ok || refused.length > 0)
    return { ok: false, errors: [...refused, ...(checked.ok ? [] : checked.errors)] };
  const files = await filesOfSubmission(again.form.id, checked.answers, find);
  if (!files.ok) return { ok: false, errors: [files.error] };
  const { ids, facts } = files;
  return {
    ok: true,
    answers: ids.length > 0 ? { ...checked.answers, [filesName]: facts } : checked.answers,
    ids,
  };
}

/** Renders the page with the questions again, with the typed answers. */
type ShowAgain = (pairs: TypedPairs, messages: FormMessages) => Promise<string>;

const asked =
  (again: InformationRequest, key: string, { readPage }: SupplementTools): ShowAgain =>
  async (pairs, messages) =>
    askPage(await readPage(again.form.path), again, key, pairs, messages);

const isJson = (request: Request) =>
  (request.headers.get('content-type') ?? '').startsWith('application/json');

/** Stores the answers, or shows the page again with the mistakes and the typed answers. */
async function take(
  request: Request,
  again: InformationRequest,
  { code, key: receiptKey }: OpenedByKey,
  taken: StoredUploads,
  reply: Replier,
  tools: SupplementTools,
): Promise<Response> {
  const { round, kind } = again;
  if (taken.isPause) {
    const [status, messages] = pauseOf(taken);
    return pageReply(status, await asked(again, receiptKey, tools)(taken.pairs, messages), secretAddress);
  }
  const checked = await check(again, taken, tools.files.find, isJson(request));
  if (!checked.ok) return reply.mistaken(checked.errors, taken.pairs);
  const { answers, ids } = checked;
  // Without a key, the same answers in the same round are stored once.
  const key = keyIn(taken.answers) ?? keyOfWords(round, answers);
  const saved = await tools.save(code, { kind, key, answers, files: ids });
  if (!saved.ok && saved.reason === 'files-gone') return reply.mistaken([takenByAnother], taken.pairs);
  return saved.ok || !reply.wantsJson ? stored(reply, { code, key: receiptKey }) : nothingAsked();
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * `POST /api/supplements/<code>?khoa=<key>`: new answers to the open questions. The body may hold the key as `khoa`, or instead a
 * `contact` that was on file. Answers 201 or 303 when stored, 422 with every mistake, and 400, 403, 404, 405, 413, 415, 429, 503 as
 * problem documents or, for a browser, on the page with the questions, the typed answers and the stored files. The same key or the
 * same answers are stored once. A wrong key and an unknown code get the same 404.
 */
export async function postSupplement(
  request: Request,
  typedCode: string,
  tools: SupplementTools,
): Promise<Response> {
  const closed = replierOf(request);
  const service = {
    failed: 'Supplement failed',
    later: 'Hệ thống chưa lưu được câu trả lời. Hãy gửi lại sau ít phút.',
  };
  return answerPost(request, {
    ...service,
    reply: closed,
    byPost: 'Hãy gửi bằng POST.',
    foreign: 'Hãy gửi từ chính trang này.',
    files: acceptedUploads,
    answer: async (body) => {
      const { answers, pairs } = body;
      const given = new URL(request.url).searchParams.get('khoa') ?? text(answers.khoa);
      const opened = await tools.open(parseReceiptCode(typedCode), {
        key: given,
        contact: text(answers.contact),
      });
      if (opened.is === 'too-many') return closed.refuse(429, refusals['too-many'], pairs);
      if (opened.is === 'closed') return problemReply(404, refusals.closed);
      const { code, key: receiptKey } = opened;
      const again = await tools.find(code);
      const reply = again ? replierOf(request, asked(again, receiptKey, tools), secretAddress) : closed;
      const answering = { ...service, reply };
      return orLater(answering, pairs, async () => {
        if (!(await tools.withinLimit()))
          return reply.refuse(429, 'Địa chỉ này đã gửi quá nhiều lần. Hãy chờ rồi gửi lại.', pairs);
        if (again && again.asked.length > 0 && answers[honeypotName] === undefined) {
          const files = again.asked.includes(filesName) ? tools.files : undefined;
          const taken = await storeUploads(again.form.id, body, files);
          // Once uploads are stored, every page we send back lists them.
          return orLater(answering, taken.pairs, () => take(request, again, opened, taken, reply, tools));
        }
        // A retry finds its questions closed, because its first try was stored. Answer it as stored too.
        const key = keyIn(answers);
        const isRetry = !again && (!reply.wantsJson || (key && (await tools.isStored(code, key))));
        return isRetry ? stored(reply, opened) : nothingAsked();
      });
    },
  });
}
