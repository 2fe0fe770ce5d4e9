import { answerPost, replierOf } from '../../platform/http/answer-post.ts';
import { faultLine } from '../../platform/http/fault-line.ts';
import { pageReply, problemReply, secretAddress, seeOther } from '../../platform/http/replies.ts';
import { copyAnswer } from '../answers/answer-pages.ts';
import { fillPage } from '../answers/server/fill-page.ts';
import { parseReceiptCode } from '../receipts/server/receipt-code.ts';
import type { ReceiptKeys } from '../receipts/server/receipt-key.ts';
import { type AskedCopy, confirmPage, confirmPath, isTokenOf } from './confirmation.ts';

/** What a request for the full copy needs from its caller. */
export interface ConfirmationTools {
  find: (code: string) => Promise<AskedCopy | null>;
  confirm: (id: string) => Promise<void>;
  withinLimit: () => Promise<boolean>;
  readPage: (path: string) => Promise<string>;
  keys: ReceiptKeys;
}

/** The letter that a code and its token open; null for an unknown code and a wrong token alike. */
async function open(
  code: string,
  token: string,
  { find, keys }: ConfirmationTools,
): Promise<AskedCopy | null> {
  const read = parseReceiptCode(code);
  const letter = read ? await find(read) : null;
  return letter && isTokenOf(letter, token, keys) ? letter : null;
}

function fill(html: string, letter: AskedCopy | null, token: string): string {
  const known = letter?.isConfirmed ? 'confirmed' : 'ask';
  const filling = {
    parts: [letter === null ? 'unknown' : known],
    texts: { code: letter?.code ?? '', 'copy-to': letter?.address ?? '' },
  } as const;
  return fillPage<typeof copyAnswer>(html, filling, (document) => {
    const { selectors } = copyAnswer;
    document.querySelector(selectors.code)?.setAttribute('value', letter?.code ?? '');
    document.querySelector(selectors.token)?.setAttribute('value', letter ? token : '');
  });
}

/** `/de-cu/ban-sao/?ma=&xac-nhan=`: asks before sending, because mail scanners open links too. 200, 404, 503. */
export async function confirmationPage(request: Request, tools: ConfirmationTools): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const token = asked.get('xac-nhan') ?? '';
  try {
    const letter = await open(asked.get('ma') ?? '', token, tools);
    const html = fill(await tools.readPage(confirmPage), letter, token);
    return pageReply(letter || asked.size === 0 ? 200 : 404, html, secretAddress);
  } catch (error) {
    console.error(`Confirmation page failed: ${faultLine(error)}`);
    return problemReply(503, 'Chưa mở được trang. Hãy thử lại sau ít phút.', { 'Retry-After': '60' });
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `POST /api/mail-copies` with `ma` and `xac-nhan`: 303 to the page that says so; 400, 403, 404, 405, 413, 415, 429, 503. */
export async function postConfirmation(request: Request, tools: ConfirmationTools): Promise<Response> {
  const reply = replierOf(request);
  return answerPost(request, {
    reply,
    byPost: 'Hãy gửi bằng POST.',
    foreign: 'Hãy gửi từ chính trang này.',
    failed: 'Confirmation failed',
    later: 'Hệ thống chưa ghi được xác nhận. Hãy thử lại sau ít phút.',
    answer: async ({ answers }) => {
      if (!(await tools.withinLimit()))
        return reply.refuse(429, 'Địa chỉ này đã gửi quá nhiều lần trong một giờ. Hãy chờ rồi thử lại.');
      const letter = await open(text(answers.ma), text(answers['xac-nhan']), tools);
      if (!letter) return reply.refuse(404, 'Địa chỉ xác nhận này không đúng hoặc không còn dùng được.');
      await tools.confirm(letter.id);
      return seeOther(confirmPath(letter, tools.keys));
    },
  });
}
