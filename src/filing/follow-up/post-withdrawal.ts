import { answerPost, type Replier, replierOf } from '../../platform/http/answer-post.ts';
import { asksNothing, builtPageReply } from '../../platform/http/built-page-reply.ts';
import { faultLine } from '../../platform/http/fault-line.ts';
import { jsonReply, pageReply, problemReply, secretAddress, seeOther } from '../../platform/http/replies.ts';
import { withdrawalAnswer } from '../answers/answer-pages.ts';
import type { Status } from '../intake/store.ts';
import { readReceiptCode } from '../receipts/server/receipt-code.ts';
import { receiptFilePath, statusPath } from '../receipts/server/receipt-key.ts';
import { isOver } from '../states.ts';
import type { FieldError } from '../submission.ts';
import { type Open, refusals } from './access.ts';
import type { Withdrawal } from './withdraw.ts';
import {
  partFor,
  type WithdrawalFilling,
  type WithdrawalPart,
  withdrawalPage,
  withdrawalTexts,
} from './withdrawal-page.ts';

/** What a withdrawal needs from its caller. */
export interface WithdrawalTools {
  open: Open;
  find: (code: string) => Promise<Status | null>;
  withdraw: (code: string) => Promise<Withdrawal>;
  withinLimit: () => Promise<boolean>;
  readPage: (path: string) => Promise<string>;
}

/** Name and value of the field that confirms a withdrawal. */
const confirmName = 'xacNhan';
const confirmed = 'co';

const overWords = 'Hồ sơ này đã kết thúc, không rút trên trang được nữa. Hãy liên hệ Sở Nội vụ.';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

async function page(
  { readPage }: WithdrawalTools,
  part: WithdrawalPart,
  filling: WithdrawalFilling = {},
): Promise<string> {
  return withdrawalPage(await readPage(withdrawalAnswer.path), part, filling);
}

/**
 * `/rut-phieu/`: the withdrawal form. With a code, the form has the code filled in, or says that nothing is left to withdraw. With
 * code and key, it shows what is about to be withdrawn. 200, 404, 429, 503. A GET withdraws nothing.
 */
export async function getWithdrawalPage(request: Request, tools: WithdrawalTools): Promise<Response> {
  if (asksNothing(request)) return builtPageReply(request, await tools.readPage(withdrawalAnswer.path));
  const asked = new URL(request.url).searchParams;
  const [typed, key] = [asked.get('ma') ?? '', asked.get('khoa') ?? ''];
  const headers = key === '' ? {} : secretAddress;
  const ask = async (status: number, errors: FieldError[] = []) => {
    const filling = { pairs: [['ma', typed]], ...(errors.length > 0 && { messages: { errors } }) } as const;
    return pageReply(status, await page(tools, 'ask', filling), headers);
  };
  const read = readReceiptCode(typed);
  if (!read.ok) return read.why === 'empty' ? ask(200) : ask(404, [{ field: 'ma', message: read.message }]);
  try {
    const opened = await tools.open(read.code, { key, contact: '' });
    if (opened.is === 'too-many') return ask(429, [{ field: 'ma', message: refusals['too-many'] }]);
    if (key !== '' && opened.is === 'closed') return ask(404, [{ field: 'ma', message: refusals.closed }]);
    const status = await tools.find(read.code);
    if (!status) return ask(200);
    const part = partFor(status.state, isOver(status.state), opened.is === 'open' ? 'confirm' : 'ask');
    const filling = { status, ...(opened.is === 'open' && { key: opened.key }) };
    return part === 'ask' ? ask(200) : pageReply(200, await page(tools, part, filling), headers);
  } catch (error) {
    console.error(`Withdrawal page failed: ${faultLine(error)}`);
    return problemReply(503, 'Chưa mở được trang. Hãy thử lại sau ít phút.', { 'Retry-After': '60' });
  }
}

/** Asks for confirmation: names the submission to withdraw without showing its answers. */
async function askOnceMore({ wantsJson }: Replier, status: Status, key: string, tools: WithdrawalTools) {
  if (!wantsJson) return pageReply(200, await page(tools, 'confirm', { status, key }), secretAddress);
  const { code, form, receivedAt } = status;
  return problemReply(
    428,
    `Chưa rút. Gửi lại kèm "${confirmName}": "${confirmed}" để rút hồ sơ này.`,
    {},
    { code, form, title: withdrawalTexts(status)['form'], receivedAt: receivedAt.toISOString() },
  );
}

/**
 * `POST /api/withdrawals` with `ma` and `khoa`, or with a `contact` that the submission was filed with. Asks for confirmation first
 * (a page, or 428 for a program); with `xacNhan=co` it withdraws and answers 200 or 303 to the status. 422 with the mistake; 400,
 * 403, 405, 413, 415, 429, 503 as problem documents or, for a browser, on the page. An unknown code and a wrong contact get the same
 * answer.
 */
export async function postWithdrawal(request: Request, tools: WithdrawalTools): Promise<Response> {
  const reply = replierOf(request, (pairs, messages) => page(tools, 'ask', { pairs, messages }));
  return answerPost(request, {
    reply,
    byPost: 'Hãy gửi bằng POST.',
    foreign: 'Hãy gửi từ chính trang này.',
    failed: 'Withdrawal failed',
    later: 'Hệ thống chưa ghi được việc rút phiếu. Hãy thử lại sau ít phút.',
    answer: async ({ answers, pairs }) => {
      const mistaken = (errors: FieldError[]) => reply.mistaken(errors, pairs);
      if (!(await tools.withinLimit())) {
        const detail = 'Địa chỉ này đã gửi quá nhiều lần trong một giờ. Hãy chờ rồi thử lại.';
        return reply.refuse(429, detail, pairs);
      }
      const [read, key, contact] = [
        readReceiptCode(text(answers.ma)),
        text(answers.khoa),
        text(answers.contact),
      ];
      const lacking: FieldError[] = [
        ...(read.ok ? [] : [{ field: 'ma', message: read.message }]),
        ...(key || contact
          ? []
          : [{ field: 'contact', message: 'Nhập thư điện tử hoặc điện thoại đã ghi trong phiếu.' }]),
      ];
      if (!read.ok || lacking.length > 0) return mistaken(lacking);
      const opened = await tools.open(read.code, { key, contact });
      if (opened.is === 'too-many') return reply.refuse(429, refusals['too-many'], pairs);
      const status = opened.is === 'open' ? await tools.find(read.code) : null;
      if (opened.is === 'closed' || !status)
        return mistaken([{ field: 'contact', message: refusals.closed }]);
      const { code, key: receiptKey } = opened;
      if (
        partFor(status.state, isOver(status.state), 'confirm') === 'confirm' &&
        answers[confirmName] !== confirmed
      )
        return askOnceMore(reply, status, receiptKey, tools);
      const outcome = await tools.withdraw(code);
      if (outcome !== 'done') return mistaken([{ field: 'ma', message: overWords }]);
      const receiptUrl = statusPath(code, receiptKey);
      if (!reply.wantsJson) return seeOther(receiptUrl);
      return jsonReply(200, { code, receiptUrl, proofUrl: receiptFilePath(code, receiptKey, 'pdf') });
    },
  });
}
