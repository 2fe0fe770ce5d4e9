import type { IncomingMessage, RequestListener } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { refusalResponse } from '../http/refuse.ts';
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

/** A request with the address that a visitor sees, whatever a proxy made of it. */
function asVisitorSees(c: Asked, siteUrl: string): Request {
  const { url } = c.req.raw;
  return new Request(`${siteUrl}${url.replace(/^https?:\/\/[^/?#]*/, '')}`, c.req.raw);
}

function answerer({ methods, rateLimit, handle }: Route, { siteUrl, clientOf }: FunctionOptions) {
  const mayCall = rateLimit ? windowCounter(rateLimit) : () => true;
  return async (c: Asked): Promise<Response> => {
    if (methods && !methods.includes(c.req.method)) return refusalResponse(405);
    const ip = clientOf(c.env.incoming);
    if (!mayCall(ip)) return refusalResponse(429);
    const answer = await handle(asVisitorSees(c, siteUrl), { params: c.req.param(), ip });
    return answer instanceof Response ? answer : new Response(null, { status: 204 });
  };
}

/** Routes requests to functions by the paths that these declare. A body above the limit is refused before it is read. */
export function functionServer({ routes }: SiteFunctions, options: FunctionOptions): FunctionServer {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const limited = bodyLimit({ maxSize: options.maxBodyBytes, onError: () => refusalResponse(413) });
  const compressed = compress();
  for (const route of routes) app.all(route.path, compressed, limited, answerer(route, options));
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
