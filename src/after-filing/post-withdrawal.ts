import { fillForm, type FormMessages, type TypedPairs } from '../forms/fill-form.ts';
import { answerPost, refuserOf } from '../http/answer-post.ts';
import { jsonReply, pageReply, seeOther } from '../http/replies.ts';
import { wantsJson } from '../http/requests.ts';
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
  const page = async (pairs: TypedPairs, messages: FormMessages) =>
    fillForm(await tools.readPage(pagePath), pairs, messages);
  const refuse = refuserOf(request, (notice, pairs) => page(pairs, { notice }));
  return answerPost(request, {
    refuse,
    byPost: 'Hãy gửi bằng POST.',
    foreign: 'Hãy gửi từ chính trang này.',
    failed: 'Withdrawal failed',
    later: 'Hệ thống chưa ghi được việc rút phiếu. Hãy thử lại sau ít phút.',
    answer: async ({ answers, pairs }) => {
      if (!(await tools.withinLimit())) {
        const detail = 'Địa chỉ này đã gửi quá nhiều lần trong một giờ. Hãy chờ rồi thử lại.';
        return refuse(429, detail, pairs);
      }
      const code = parseReceiptCode(text(answers.ma));
      const outcome = code ? await tools.withdraw(code, text(answers.contact)) : 'unknown';
      if (outcome === 'done')
        return wantsJson(request) ? jsonReply(200, { code }) : seeOther(`/tra-cuu/?ma=${code}`);
      const errors = [mistakes[outcome]];
      if (wantsJson(request)) return jsonReply(422, { errors });
      return pageReply(422, await page(pairs, { errors }));
    },
  });
}
