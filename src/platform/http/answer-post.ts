import { faultLine } from './fault-line.ts';
import { type AcceptedFiles, type ReadBody, readBody, type TextLimits } from './read-body.ts';
import { jsonReply, type ProblemStatus, pageReply, problemReply, problemTitle } from './replies.ts';
import { isSameOrigin, wantsJson } from './requests.ts';

type Pairs = readonly (readonly [string, string])[];

interface Mistake {
  field: string;
  message: string;
}

/** Renders the page from which a browser posted, with the typed answers and the messages about them. */
type ShowPage = (
  pairs: Pairs,
  messages: { notice: { title: string; detail: string } } | { errors: readonly Mistake[] },
) => Promise<string>;

/** Answers one request: JSON for a program, the posting page for a browser. This choice is made once per request. */
export interface Replier {
  wantsJson: boolean;
  /** Refuses the request: `detail` tells what to do. Returns the typed answers where they could be read. */
  refuse: (status: ProblemStatus, detail: string, pairs?: Pairs) => Promise<Response>;
  /** 422 with every mistake. */
  mistaken: (errors: readonly Mistake[], pairs: Pairs) => Promise<Response>;
}

/** The replier for a request; without `show` it always answers with JSON. `headers` are those of the page. */
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

/** Texts of a service for the case that its work fails. */
interface Fallible {
  reply: Replier;
  /** For the log: “Filing de-cu-tap-the failed”. Never contains a visitor's answers. */
  failed: string;
  /** For the visitor. */
  later: string;
}

/** The texts of a service that refuses a request, and the function that answers an accepted one. */
interface PostService extends Fallible {
  /** Shown to callers that use another method. */
  byPost: string;
  /** Shown to visitors whom another site sent here. */
  foreign: string;
  /** Files that the service accepts; none if not given. */
  files?: AcceptedFiles | undefined;
  /** Text limits where the request holds more than one submission. */
  text?: TextLimits;
  answer: (body: ReadBody) => Promise<Response>;
}

/** The response of `work`, or 503 with the typed answers where `work` throws. */
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
 * 503 when `answer` throws. Every service of the site uses this function.
 */
export async function answerPost(request: Request, service: PostService): Promise<Response> {
  const { refuse } = service.reply;
  if (request.method !== 'POST') return problemReply(405, service.byPost, { Allow: 'POST' });
  if (!isSameOrigin(request)) return refuse(403, service.foreign);
  const body = await readBody(request, service.files, service.text);
  if (!body.ok) return refuse(body.status, body.detail, body.pairs);
  return orLater(service, body.pairs, () => service.answer(body));
}
