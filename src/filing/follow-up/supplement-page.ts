import { answerPost, replierOf } from '../../platform/http/answer-post.ts';
import { asksNothing, builtPageReply } from '../../platform/http/built-page-reply.ts';
import { faultLine } from '../../platform/http/fault-line.ts';
import { pageReply, problemReply, secretAddress, seeOther } from '../../platform/http/replies.ts';
import { openingAnswer } from '../answers/answer-pages.ts';
import { fillPage } from '../answers/server/fill-page.ts';
import { type FormMessages, putForm, type TypedPairs } from '../forms/server/fill-form.ts';
import { readReceiptCode } from '../receipts/server/receipt-code.ts';
import { receiptPath, statusPath } from '../receipts/server/receipt-key.ts';
import { wordsOfStaff } from '../status/next-step.ts';
import type { FieldError } from '../submission.ts';
import { type Open, refusals } from './access.ts';
import { askingState, type InformationRequest } from './information-request.ts';
import { lastYearPath } from './last-year-page.ts';
import { askPage } from './render-request-page.ts';

/** What the page at `/bo-sung/` needs from its caller. */
export interface SupplementPageTools {
  open: Open;
  find: (code: string) => Promise<InformationRequest | null>;
  readPage: (path: string) => Promise<string>;
}

const { path } = openingAnswer;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

async function openPage(
  { readPage }: SupplementPageTools,
  pairs: TypedPairs,
  messages: FormMessages,
): Promise<string> {
  return fillPage<typeof openingAnswer>(await readPage(path), { parts: ['open'] }, (document) =>
    putForm(document, pairs, messages),
  );
}

/** The open questions of an opened submission, or its status where no question is open. */
async function questions(code: string, key: string, tools: SupplementPageTools): Promise<Response> {
  const again = await tools.find(code);
  if (!again) return seeOther(statusPath(code, key));
  if (again.asked.length > 0)
    return pageReply(200, askPage(await tools.readPage(again.form.path), again, key), secretAddress);
  const said = wordsOfStaff(askingState, again.guidance);
  const texts = { code, form: again.form.title, guidance: said ? `${said.title}: ${said.text}` : '' };
  const html = await tools.readPage(path);
  return pageReply(
    200,
    fillPage<typeof openingAnswer>(html, { parts: ['unreadable'], texts }),
    secretAddress,
  );
}

const refusalOf = (is: 'closed' | 'too-many'): [number, FormMessages] =>
  is === 'closed'
    ? [422, { errors: [{ field: 'contact', message: refusals.closed }] }]
    : [429, { notice: { title: 'Thử sai quá nhiều lần', detail: refusals['too-many'] } }];

async function getPage(request: Request, tools: SupplementPageTools): Promise<Response> {
  if (asksNothing(request)) return builtPageReply(request, await tools.readPage(path));
  const asked = new URL(request.url).searchParams;
  const [typed, key] = [asked.get('ma') ?? '', asked.get('khoa') ?? ''];
  const pairs = [
    ['ma', typed],
    ['den', asked.get('den') ?? ''],
  ] as const;
  const reply = async (status: number, messages: FormMessages) =>
    pageReply(status, await openPage(tools, pairs, messages), key === '' ? {} : secretAddress);
  const read = readReceiptCode(typed);
  if (read.ok && key !== '') {
    const opened = await tools.open(read.code, { key, contact: '' });
    if (opened.is === 'open') return questions(read.code, key, tools);
    if (opened.is === 'too-many') return reply(...refusalOf('too-many'));
    return reply(404, { errors: [{ field: 'ma', message: refusals.closed }] });
  }
  if (read.ok || read.why === 'empty') return reply(200, {});
  return reply(404, { errors: [{ field: 'ma', message: read.message }] });
}

/** Opens a submission by code and contact, then redirects with the key, so that the contact never enters a URL. */
async function postPage(request: Request, tools: SupplementPageTools): Promise<Response> {
  const reply = replierOf(request, (pairs, messages) => openPage(tools, pairs, messages));
  return answerPost(request, {
    reply,
    byPost: 'Hãy gửi bằng POST.',
    foreign: 'Hãy gửi từ chính trang này.',
    failed: 'Opening a submission failed',
    later: 'Chưa mở được phiếu. Hãy thử lại sau ít phút.',
    answer: async ({ answers, pairs }) => {
      const show = async (status: number, messages: FormMessages) =>
        pageReply(status, await openPage(tools, pairs, messages));
      const read = readReceiptCode(text(answers.ma));
      const contact = text(answers.contact);
      const errors: FieldError[] = [
        ...(read.ok ? [] : [{ field: 'ma', message: read.message }]),
        ...(contact
          ? []
          : [{ field: 'contact', message: 'Nhập thư điện tử hoặc điện thoại đã ghi trong phiếu.' }]),
      ];
      if (!read.ok || errors.length > 0) return reply.mistaken(errors, pairs);
      const opened = await tools.open(read.code, { key: '', contact });
      if (opened.is !== 'open') return show(...refusalOf(opened.is));
      const { code, key } = opened;
      if (answers.den === 'bien-nhan') return seeOther(receiptPath(code, key));
      if (answers.den === 'nam-truoc') return seeOther(`${lastYearPath}?ma=${code}&khoa=${key}`);
      return seeOther(`${path}?ma=${code}&khoa=${key}`);
    },
  });
}

/**
 * `/bo-sung/`: opens a submission by its key, or by POST with a contact. Then shows the open questions, or the status where no
 * question is open. 200, 303, 404, 422, 429, 503.
 */
export async function supplementPage(request: Request, tools: SupplementPageTools): Promise<Response> {
  try {
    return await (request.method === 'POST' ? postPage(request, tools) : getPage(request, tools));
  } catch (error) {
    console.error(`Supplement page failed: ${faultLine(error)}`);
    return problemReply(503, 'Chưa mở được câu hỏi. Hãy thử lại sau ít phút.', { 'Retry-After': '60' });
  }
}
