import { faultLine } from './fault-line.ts';
import { type FilesTaken, type ReadBody, readBody, type TextLimits } from './read-body.ts';
import { pageReply, type ProblemStatus, problemReply, problemTitle } from './replies.ts';
import { isSameOrigin, wantsJson } from './requests.ts';

type Pairs = readonly (readonly [string, string])[];

/** Answers a request that is not taken: what to do about it, with what was typed where it was read. */
export type Refuse = (status: ProblemStatus, detail: string, pairs?: Pairs) => Promise<Response>;

/** Shows a notice on the page that a browser sent from, with what was typed kept. */
type ShowNotice = (notice: { title: string; detail: string }, pairs: Pairs) => Promise<string>;

/** A problem document, or for a browser the page that it sent from. */
export function refuserOf(request: Request, show?: ShowNotice): Refuse {
  return async (status, detail, pairs = []) => {
    const retry: Record<string, string> = status === 503 || status === 429 ? { 'Retry-After': '60' } : {};
    if (!show || wantsJson(request)) return problemReply(status, detail, retry);
    return pageReply(status, await show({ title: problemTitle(status), detail }, pairs), retry);
  };
}

/** What a service says when it cannot take a request, and how it answers one that it can. */
interface PostService {
  refuse: Refuse;
  /** To who calls with another method. */
  byPost: string;
  /** To who was sent here by another site. */
  foreign: string;
  /** Which files may come along; none if not given. */
  files?: FilesTaken | undefined;
  /** How long a text may be, where it is more than one filing. */
  text?: TextLimits;
  answer: (body: ReadBody) => Promise<Response>;
  /** Of the log, when `answer` throws: “Filing de-cu-tap-the failed”. No answer of a visitor stands in it. */
  failed: string;
  /** To the visitor, when `answer` throws. */
  later: string;
}

/**
 * Answers a POST, or refuses it: 405 another method, 403 a page of another site, 400, 413, 415 a body that cannot be read,
 * 503 when `answer` throws. The one place in which every service of the site does so.
 */
export async function answerPost(request: Request, service: PostService): Promise<Response> {
  const { refuse } = service;
  if (request.method !== 'POST') return problemReply(405, service.byPost, { Allow: 'POST' });
  if (!isSameOrigin(request)) return refuse(403, service.foreign);
  const body = await readBody(request, service.files, service.text);
  if (!body.ok) return refuse(body.status, body.detail, body.pairs);
  try {
    return await service.answer(body);
  } catch (error) {
    console.error(`${service.failed}: ${faultLine(error)}`);
    return refuse(503, service.later, body.pairs);
  }
}
