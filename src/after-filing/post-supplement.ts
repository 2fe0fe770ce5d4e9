import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fillForm } from '../forms/fill-form.ts';
import { faultLine } from '../http/fault-line.ts';
import { answerPost, refuserOf } from '../http/answer-post.ts';
import { jsonReply, pageReply, problemReply, seeOther } from '../http/replies.ts';
import { wantsJson } from '../http/requests.ts';
import { honeypotName, keyName } from '../schemas/forms/form.ts';
import { parseReceiptCode } from '../submissions/receipt-code.ts';
import { askPage } from './ask-page.ts';
import { type AskedAgain, checkSupplement } from './supplement.ts';

/** What answering again needs from outside. */
export interface SupplementTools {
  find: (code: string) => Promise<AskedAgain | null>;
  save: (code: string, key: string, answers: Record<string, unknown>) => Promise<boolean>;
  withinLimit: () => Promise<boolean>;
  readPage: (path: string) => Promise<string>;
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

const keyOf = (filed: Record<string, unknown>, answers: Record<string, unknown>): string => {
  const given = z.uuid().safeParse(filed[keyName]);
  return given.data ?? `sha256:${createHash('sha256').update(JSON.stringify(answers)).digest('hex')}`;
};

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
  const nothingAsked = () => problemReply(404, 'Hồ sơ này không có câu nào cần trả lời lại.');
  return answerPost(request, {
    refuse,
    byPost: 'Hãy gửi bằng POST.',
    foreign: 'Hãy gửi từ chính trang này.',
    failed: 'Supplement failed',
    later: 'Hệ thống chưa lưu được câu trả lời. Hãy gửi lại sau ít phút.',
    answer: async (body) => {
      if (!(await tools.withinLimit())) {
        return refuse(429, 'Địa chỉ này đã gửi quá nhiều lần. Hãy chờ rồi gửi lại.');
      }
      const again = code && (await tools.find(code));
      // A retry finds its questions closed: it sees the state that its first try brought about.
      if (!again && code && !wantsJson(request)) return seeOther(statusPath(code));
      if (!again || body.answers[honeypotName] !== undefined) return nothingAsked();
      const checked = checkSupplement(again, body.answers);
      if (!checked.ok) {
        if (wantsJson(request)) return jsonReply(422, { errors: checked.errors });
        const page = askPage(await tools.readPage(again.form.path), again);
        return pageReply(422, fillForm(page, body.pairs, { errors: checked.errors }));
      }
      const saved = await tools.save(again.code, keyOf(body.answers, checked.answers), checked.answers);
      if (!wantsJson(request)) return seeOther(statusPath(again.code));
      return saved ? jsonReply(201, { code: again.code }) : nothingAsked();
    },
  });
}
