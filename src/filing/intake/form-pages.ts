import type { Replier } from '../../platform/http/answer-post.ts';
import { pageReply, problemReply, problemTitle } from '../../platform/http/replies.ts';
import type { Gate } from '../abuse/server/gate.ts';
import { waitName } from '../definitions/carried-fields.ts';
import type { Form } from '../definitions/registry.ts';
import { pauseOf, type StoredUploads } from '../evidence/server/store-uploads.ts';
import { type FormMessages, fillForm, type TypedPairs } from '../forms/server/fill-form.ts';

/** What the server needs to build a form page. */
interface PageTools {
  /** Without a gate, no page carries a wait token. */
  gate?: Gate;
  /** The built page at an address of the site. */
  readPage: (path: string) => Promise<string>;
}

/** A page that people file from. */
export interface FiledPage {
  /** Its address on this site. */
  path: string;
  /** The id to which the passes of this page are bound. */
  id: string;
  /** The Vietnamese noun for what the page files, where that is not one form; it begins a sentence. */
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

/** The wait token for the next try: the token that the page showed, or a new one where that one is invalid or used. */
export const carriedOn = (
  { id }: FiledPage,
  gate: Gate | undefined,
  pairs: TypedPairs,
  wasUsed = false,
): Record<string, string> | undefined =>
  gate && { [waitName]: gate.token(id, shownToken(pairs), wasUsed).token };

/**
 * Renders the form's page with the typed answers and the wait token for the next try. `finish` makes further changes to the
 * document.
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

/** Asks for a pass. Programs and page scripts must solve a challenge; a page without script must wait a few seconds. */
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

/** Shows the form again with its stored files, for a filer who uploaded files but did not file yet. */
export async function pausePage(form: Form, tools: PageTools, taken: StoredUploads): Promise<Response> {
  const [status, messages] = pauseOf(taken);
  return pageReply(status, await formHtml(form, tools, taken.pairs, messages));
}
