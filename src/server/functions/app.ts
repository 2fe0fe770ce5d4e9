import type { IncomingMessage, ServerResponse } from 'node:http';
import { TrieRouter } from 'hono/router/trie-router';
import { refusalResponse } from '../http/refuse.ts';
import type { Route, SiteFunctions } from './load.ts';
import { windowCounter } from './rate-limit.ts';
import { type ReadRequest, readRequest } from './read-request.ts';
import { sendAnswer } from './send-answer.ts';

/** What stands around the functions. */
interface FunctionOptions {
  /** Origin of the site: what a function sees as the address of each request. */
  siteUrl: string;
  /** Who asks. */
  clientOf: (incoming: IncomingMessage) => string;
  /** Most bytes of a body. Each function has a lower limit of its own. */
  maxBodyBytes: number;
  onFault: (error: unknown) => void;
  /** Changes what a function answers at a path before it is sent. */
  rework?: (path: string, answer: Response) => Promise<Response>;
}

/** Answers a request with a function. Rejects when the visitor leaves meanwhile. */
type AnswerRequest = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/** The functions of the site behind `node:http`. */
export interface FunctionServer {
  /** Resolves when no work goes on that a function began beside its answers. */
  settled: () => Promise<void>;
  /** The function for a decoded path, with the path that it declares; undefined when no function answers it. */
  find: (path: string) => { route: string; answer: AnswerRequest } | undefined;
}

/** The address that a visitor sees, whatever a proxy made of it. */
const addressOf = (url: string, siteUrl: string) => `${siteUrl}${url.replace(/^https?:\/\/[^/?#]*/i, '')}`;

type Params = Readonly<Record<string, string>>;

/** Calls the function, or refuses before it is called. Never rejects. */
function caller(
  { methods, rateLimit, handle }: Route,
  { clientOf, maxBodyBytes, onFault }: FunctionOptions,
  waitUntil: (work: Promise<unknown>) => void,
) {
  const mayCall = rateLimit ? windowCounter(rateLimit) : () => true;
  return async (incoming: IncomingMessage, params: Params, read: () => Promise<ReadRequest>) => {
    if (methods && !methods.includes(incoming.method ?? '')) return refusalResponse(405);
    if (Number(incoming.headers['content-length']) > maxBodyBytes) return refusalResponse(413);
    const ip = clientOf(incoming);
    if (!mayCall(ip)) return refusalResponse(429);
    // A visitor who leaves is no fault.
    const note = (error: unknown) => (incoming.socket.destroyed ? undefined : onFault(error));
    const asked = await read().catch(note);
    if (!asked) return refusalResponse(400);
    const { request, isOver } = asked;
    const answer = await handle(request, { params, ip, waitUntil }).catch((error: unknown) => {
      if (!isOver()) note(error);
      return refusalResponse(500);
    });
    if (isOver()) return refusalResponse(413);
    return answer instanceof Response ? answer : new Response(null, { status: 204 });
  };
}

/** Routes requests to functions by the paths that these declare. A body above the limit is refused before it is read. */
export function functionServer({ routes }: SiteFunctions, options: FunctionOptions): FunctionServer {
  const router = new TrieRouter<[Route, ReturnType<typeof caller>]>();
  // This process lives on after the answer, and waits for such work alone when it ends.
  const underWay = new Set<Promise<unknown>>();
  const waitUntil = (work: Promise<unknown>) => {
    const watched: Promise<unknown> = work.catch(options.onFault).finally(() => underWay.delete(watched));
    underWay.add(watched);
  };
  for (const route of routes) router.add('ALL', route.path, [route, caller(route, options, waitUntil)]);
  return {
    settled: async () => void (await Promise.all(underWay)),
    find: (path) => {
      const [[first], values = []] = router.match('GET', path);
      if (!first) return undefined;
      const [[{ path: route }, call], places] = first;
      const params = Object.fromEntries(
        Object.entries(places).map(([name, at]) => [name, typeof at === 'number' ? (values[at] ?? '') : at]),
      );
      return {
        route,
        answer: async (incoming, outgoing) => {
          const address = addressOf(incoming.url ?? '', options.siteUrl);
          const read = () => readRequest(incoming, address, options.maxBodyBytes);
          const answered = await call(incoming, params, read);
          const answer = options.rework ? await options.rework(path, answered) : answered;
          await sendAnswer(incoming, outgoing, answer);
        },
      };
    },
  };
}
