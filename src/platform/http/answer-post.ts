import { faultLine } from './fault-line.ts';
import { type FilesTaken, type ReadBody, readBody, type TextLimits } from './read-body.ts';
import { jsonReply, pageReply, type ProblemStatus, problemReply, problemTitle } from './replies.ts';
import { isSameOrigin, wantsJson } from './requests.ts';

type Pairs = readonly (readonly [string, string])[];

interface Mistake {
  field: string;
  message: string;
}

/** The page that a browser sent from, with what was typed and what is to be said of it. */
type ShowPage = (
  pairs: Pairs,
  messages: { notice: { title: string; detail: string } } | { errors: readonly Mistake[] },
) => Promise<string>;

/** Answers one request: a program with JSON, a browser with the page that it sent from. Which of the two is decided once. */
export interface Replier {
  wantsJson: boolean;
  /** The request is not taken: what to do about it, with what was typed where it was read. */
  refuse: (status: ProblemStatus, detail: string, pairs?: Pairs) => Promise<Response>;
  /** 422 with every mistake. */
  mistaken: (errors: readonly Mistake[], pairs: Pairs) => Promise<Response>;
}

/** How a request is answered; without a page, always with JSON. `headers` are those of the page. */
export function replierOf(request: Request, show?: ShowPage, headers: Record<string, string> = {}): Replier {
  const asJson = wantsJson(request);
  return {
    wantsJson: asJson,
    refuse: async (status, detail, pairs = []) => {
      const retry: Record<string, string> = status === 503 || status === 429 ? { 'Retry-After': '60' } : {};
      if (!show || asJson) return problemReply(status, detail, retry);
      const html = await show(pairs, { notice: { title: problemTitle(status), detail } });
      return pageReply(status, html, { ...headers, ...retry });
    },
    mistaken: async (errors, pairs) =>
      !show || asJson ? jsonReply(422, { errors }) : pageReply(422, await show(pairs, { errors }), headers),
  };
}

/** How a service answers when its own work fails. */
interface Fallible {
  reply: Replier;
  /** Of the log: “Filing de-cu-tap-the failed”. No answer of a visitor stands in it. */
  failed: string;
  /** To the visitor. */
  later: string;
}

/** What a service says when it cannot take a request, and how it answers one that it can. */
interface PostService extends Fallible {
  /** To who calls with another method. */
  byPost: string;
  /** To who was sent here by another site. */
  foreign: string;
  /** Which files may come along; none if not given. */
  files?: FilesTaken | undefined;
  /** How long a text may be, where it is more than one filing. */
  text?: TextLimits;
  answer: (body: ReadBody) => Promise<Response>;
}

/** What `work` answers or, where it throws, 503 with these answers kept. */
export async function orLater(
  { reply, failed, later }: Fallible,
  pairs: Pairs,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    console.error(`${failed}: ${faultLine(error)}`);
    return reply.refuse(503, later, pairs);
  }
}

/**
 * Answers a POST, or refuses it: 405 another method, 403 a page of another site, 400, 413, 415 a body that cannot be read,
 * 503 when `answer` throws. The one place in which every service of the site does so.
 */
export async function answerPost(request: Request, service: PostService): Promise<Response> {
  const { refuse } = service.reply;
  if (request.method !== 'POST') return problemReply(405, service.byPost, { Allow: 'POST' });
  if (!isSameOrigin(request)) return refuse(403, service.foreign);
  const body = await readBody(request, service.files, service.text);
  if (!body.ok) return refuse(body.status, body.detail, body.pairs);
  return orLater(service, body.pairs, () => service.answer(body));
}
