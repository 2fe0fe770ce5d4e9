import { pauseOf, type StoredUploads } from '../evidence/server/store-uploads.ts';
import { fillForm, type FormMessages, type TypedPairs } from '../forms/server/fill-form.ts';
import type { Gate } from '../abuse/server/gate.ts';
import type { Replier } from '../../platform/http/answer-post.ts';
import { pageReply, problemReply, problemTitle } from '../../platform/http/replies.ts';
import { waitName } from '../definitions/carried.ts';
import type { Form } from '../definitions/registry.ts';

/** What a page of a form is made from. */
interface PageTools {
  /** Without it nobody is asked to wait. */
  gate?: Gate;
  /** The built page at an address of the site. */
  readPage: (path: string) => Promise<string>;
}

/** A page from which is filed. */
export interface FiledPage {
  /** Its address on this site. */
  path: string;
  /** To what its passes are bound. */
  id: string;
  /** What is filed there, if not one form: the first word of a sentence. */
  thing?: string;
}

const challengeWords = (thing: string) =>
  `${thing} chưa được gửi. Hãy giải phép tính trong “challenge” (ALTCHA) rồi gửi lại y như cũ, kèm lời giải ở trường “altcha”.`;

const waitNotice = (thing: string, seconds: number) => ({
  title: problemTitle(428),
  detail: `${thing} chưa được gửi; nội dung đã nhập còn nguyên dưới đây. Xin xem lại một lượt: sau ${seconds} giây nữa, bấm gửi lần nữa là xong.`,
  goOn: { href: '#gui', text: 'Đến nút gửi' },
});

const shownToken = (pairs: TypedPairs) => pairs.find(([name]) => name === waitName)?.[1];

/** What a page carries to its next try: the token that it showed, or a new one where that is none or was used. */
export const carriedOn = (
  { id }: FiledPage,
  gate: Gate | undefined,
  pairs: TypedPairs,
  wasUsed = false,
): Record<string, string> | undefined =>
  gate && { [waitName]: gate.token(id, shownToken(pairs), wasUsed).token };

/**
 * The form's own page with what was typed, and the token with which the wait for the next try counts from now on; `finish` does
 * what this answer needs besides.
 */
export async function formHtml(
  form: FiledPage,
  { gate, readPage }: PageTools,
  pairs: TypedPairs,
  messages: FormMessages,
  finish?: (document: Document) => void,
): Promise<string> {
  const carried = carriedOn(form, gate, pairs);
  return fillForm(await readPage(form.path), pairs, { ...(carried && { carried }), ...messages }, finish);
}

/** Asks for a pass: a program and the script of a page for a solved challenge, a page without script for a moment's wait. */
export async function askForPass(
  { wantsJson }: Pick<Replier, 'wantsJson'>,
  form: FiledPage,
  tools: PageTools & { gate: Gate },
  pairs: TypedPairs,
  wasUsed: boolean,
): Promise<Response> {
  const { gate } = tools;
  const { thing = 'Phiếu' } = form;
  if (wantsJson)
    return problemReply(428, challengeWords(thing), {}, { challenge: await gate.challenge(form.id) });
  const { token, leftSeconds } = gate.token(form.id, shownToken(pairs), wasUsed);
  const messages = { notice: waitNotice(thing, leftSeconds), carried: { [waitName]: token } };
  return pageReply(428, await formHtml(form, tools, pairs, messages), { 'Retry-After': String(leftSeconds) });
}

/** The page again with the files that are kept, for one who is not done yet. */
export async function pausePage(form: Form, tools: PageTools, taken: StoredUploads): Promise<Response> {
  const [status, messages] = pauseOf(taken);
  return pageReply(status, await formHtml(form, tools, taken.pairs, messages));
}
