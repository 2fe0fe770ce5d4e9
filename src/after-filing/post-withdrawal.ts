import { fillForm } from '../forms/fill-form.ts';
import { faultLine } from '../http/fault-line.ts';
import { readBody } from '../http/read-body.ts';
import {
  jsonReply,
  pageReply,
  type ProblemStatus,
  problemReply,
  problemTitle,
  seeOther,
} from '../http/replies.ts';
import { isSameOrigin, wantsJson } from '../http/requests.ts';
import type { FieldError } from '../schemas/submission.ts';
import { parseReceiptCode } from '../submissions/receipt-code.ts';
import type { Withdrawal } from './withdraw.ts';

/** What a withdrawal needs from outside. */
export interface WithdrawalTools {
  withdraw: (code: string, contact: string) => Promise<Withdrawal>;
  withinLimit: () => Promise<boolean>;
  readPage: (path: string) => Promise<string>;
}

/** Where the page of it stands. */
const pagePath = '/rut-phieu/';

const mistakes: Readonly<Record<Exclude<Withdrawal, 'done'>, FieldError>> = {
  unknown: { field: 'ma', message: 'Chưa có hồ sơ nào mang mã này. So lại với trang xác nhận đã nhận.' },
  'wrong-contact': {
    field: 'contact',
    message: 'Thư điện tử hoặc điện thoại không khớp với phiếu đã gửi.',
  },
  over: {
    field: 'ma',
    message: 'Hồ sơ này đã xem xét xong, không rút trên trang được nữa. Hãy liên hệ Sở Nội vụ.',
  },
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * `POST /api/withdrawals` with `ma` and `contact`: 200 or 303 to the status when it is withdrawn, 422 with the mistake; 400,
 * 403, 405, 413, 415, 429, 503 as problem documents or, for a browser, on the page.
 */
export async function postWithdrawal(request: Request, tools: WithdrawalTools): Promise<Response> {
  if (request.method !== 'POST') return problemReply(405, 'Hãy gửi bằng POST.', { Allow: 'POST' });
  if (!isSameOrigin(request)) return problemReply(403, 'Hãy gửi từ chính trang này.');
  const body = await readBody(request);
  if (!body.ok) return problemReply(body.status, body.detail);
  const onPage = async (status: ProblemStatus, detail: string) =>
    wantsJson(request)
      ? problemReply(status, detail, { 'Retry-After': '60' })
      : pageReply(
          status,
          fillForm(await tools.readPage(pagePath), body.pairs, {
            notice: { title: problemTitle(status), detail },
          }),
        );
  try {
    if (!(await tools.withinLimit()))
      return await onPage(429, 'Địa chỉ này đã gửi quá nhiều lần trong một giờ. Hãy chờ rồi thử lại.');
    const code = parseReceiptCode(text(body.answers.ma));
    const outcome = code ? await tools.withdraw(code, text(body.answers.contact)) : 'unknown';
    if (outcome === 'done')
      return wantsJson(request) ? jsonReply(200, { code }) : seeOther(`/tra-cuu/?ma=${code}`);
    const errors = [mistakes[outcome]];
    if (wantsJson(request)) return jsonReply(422, { errors });
    return pageReply(422, fillForm(await tools.readPage(pagePath), body.pairs, { errors }));
  } catch (error) {
    console.error(`Withdrawal failed: ${faultLine(error)}`);
    return onPage(503, 'Hệ thống chưa ghi được việc rút phiếu. Hãy thử lại sau ít phút.');
  }
}
