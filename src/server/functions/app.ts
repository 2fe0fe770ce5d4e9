import type { IncomingMessage, RequestListener } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { refusalResponse } from '../http/refuse.ts';
import { compressAnswers } from './compress.ts';
import { limitBody } from './limit-body.ts';
import type { Route, SiteFunctions } from './load.ts';
import { windowCounter } from './rate-limit.ts';

/** What stands around the functions. */
interface FunctionOptions {
  /** Origin of the site: what a function sees as the address of each request. */
  siteUrl: string;
  /** Who asks. */
  clientOf: (incoming: IncomingMessage) => string;
  /** Most bytes of a body. Each function has a lower limit of its own. */
  maxBodyBytes: number;
  onFault: (error: unknown) => void;
}

type Asked = Context<{ Bindings: HttpBindings }>;

/** The functions of the site behind `node:http`. */
export interface FunctionServer {
  /** The route of a path; undefined when no function answers it. */
  routeOf: (path: string) => string | undefined;
  listener: RequestListener;
}

/** The address that a visitor sees, whatever a proxy made of it. */
const addressOf = (url: string, siteUrl: string) => `${siteUrl}${url.replace(/^https?:\/\/[^/?#]*/, '')}`;

function answerer({ methods, rateLimit, handle }: Route, options: FunctionOptions) {
  const { siteUrl, clientOf, maxBodyBytes } = options;
  const mayCall = rateLimit ? windowCounter(rateLimit) : () => true;
  return async (c: Asked): Promise<Response> => {
    const { method, headers, url, body: sent } = c.req.raw;
    if (methods && !methods.includes(method)) return refusalResponse(405);
    if (Number(headers.get('content-length')) > maxBodyBytes) return refusalResponse(413);
    const ip = clientOf(c.env.incoming);
    if (!mayCall(ip)) return refusalResponse(429);
    const { body, isOver } = limitBody(sent, maxBodyBytes);
    const init = { method, headers, body, duplex: 'half' };
    const request = new Request(addressOf(url, siteUrl), init);
    // This process lives on after the answer, so there is nothing to wait for.
    const waitUntil = (work: Promise<unknown>) => void work.catch(options.onFault);
    const context = { params: c.req.param(), ip, waitUntil };
    const answer = await handle(request, context).catch((error: unknown) => {
      if (!isOver()) throw error;
    });
    if (isOver()) return refusalResponse(413);
    return answer instanceof Response ? answer : new Response(null, { status: 204 });
  };
}

/** Routes requests to functions by the paths that these declare. A body above the limit is refused before it is read. */
export function functionServer({ routes }: SiteFunctions, options: FunctionOptions): FunctionServer {
  const app = new Hono<{ Bindings: HttpBindings }>();
  for (const route of routes) app.all(route.path, compressAnswers, answerer(route, options));
  app.onError((error) => {
    options.onFault(error);
    return refusalResponse(500);
  });
  const listener = getRequestListener(app.fetch, {
    hostname: new URL(options.siteUrl).host,
    overrideGlobalObjects: false,
    errorHandler: (error) => {
      options.onFault(error);
      return refusalResponse(400);
    },
  });
  return {
    routeOf: (path) => {
      const [[first] = []] = app.router.match('GET', path);
      return first?.[0][1].path;
    },
    listener: (incoming, outgoing) => void listener(incoming, outgoing),
  };
}
