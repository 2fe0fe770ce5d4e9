import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerFromBuild } from '../files/answer.ts';
import { askWhole } from '../files/answer-without-gone.ts';
import { fragmentPage } from '../files/fragment-page.ts';
import type { GonePages } from '../files/gone-pages.ts';
import type { KeptSites } from '../files/kept-sites.ts';
import { sendGone } from '../files/send-gone.ts';
import { sendWithoutGone } from '../files/send-without-gone.ts';
import type { FunctionServer } from '../functions/app.ts';
import type { Answered } from '../metrics.ts';
import { refuse } from './refuse.ts';
import { readTarget } from './target.ts';

/** What a server answers from, and whom it tells. */
interface SiteServerOptions {
  functions: FunctionServer;
  /** The builds; undefined while there is none. */
  sites: () => KeptSites | undefined;
  /** What was taken back and the builds still hold. */
  gone?: Pick<GonePages, 'at' | 'all'>;
  isDraining: () => boolean;
  /** `address` is the address of a file, or the path that a function declares: never what a visitor typed. */
  onAnswered: (answered: Answered & { address: string }) => void;
  onFault: (error: unknown) => void;
}

/** Methods that no address of the site takes, and that `Request` forbids. */
const forbidden = new Set(['TRACE', 'TRACK', 'CONNECT']);

/** Above the idle time of usual proxies, so that the proxy closes first. */
const keepAliveMs = 75_000;
const headersMs = 15_000;
const requestMs = 120_000;

/** Which part of the server answered. */
interface Trace {
  route: string;
  address: string;
}

/** A text of the search index is gone with its page. */
async function goneAt(gone: SiteServerOptions['gone'], { current }: KeptSites, path: string) {
  if (!gone || gone.all().length === 0) return undefined;
  return gone.at((await fragmentPage(current, path)) ?? path);
}

async function answer(
  options: SiteServerOptions,
  trace: Trace,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const target = readTarget(incoming.url);
  if (!target) return refuse(outgoing, 400);
  if (forbidden.has(incoming.method ?? '')) return refuse(outgoing, 405);
  const sites = options.sites();
  if (!sites) return refuse(outgoing, 503);
  const all = options.gone?.all() ?? [];
  const found = options.functions.find(target.path);
  if (found) {
    if (all.length > 0) askWhole(incoming);
    trace.route = found.route;
    trace.address = found.route;
    return found.answer(incoming, outgoing);
  }
  trace.route = 'static';
  const gone = await goneAt(options.gone, sites, target.path);
  if (gone) {
    trace.address = 'gone';
    return sendGone(incoming, outgoing, target.path, gone);
  }
  if (all.length > 0 && (await sendWithoutGone(sites, target.path, all, { incoming, outgoing }))) {
    trace.address = target.path;
    return;
  }
  await answerFromBuild(sites, target, incoming, outgoing, (address) => {
    trace.address = address;
  });
}

/** The server of the site: functions first, then files, redirects and the page for what is not there. It does not listen yet. */
export function siteServer(options: SiteServerOptions): Server {
  const server = createServer({
    keepAliveTimeout: keepAliveMs,
    headersTimeout: headersMs,
    requestTimeout: requestMs,
  });
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const begun = performance.now();
    const trace = { route: 'refused', address: 'refused' };
    outgoing.once('close', () => {
      const tookMs = Math.round(performance.now() - begun);
      const { method = '' } = incoming;
      options.onAnswered({ ...trace, method, status: outgoing.statusCode, tookMs });
    });
    if (options.isDraining()) outgoing.setHeader('Connection', 'close');
    answer(options, trace, incoming, outgoing).catch((error: unknown) => {
      // A visitor who leaves during the answer is no error.
      if (!incoming.destroyed) options.onFault(error);
      if (outgoing.headersSent) outgoing.destroy();
      else refuse(outgoing, 500);
    });
  });
  server.on('connect', (_: IncomingMessage, socket) => {
    socket.end(
      'HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
    );
  });
  return server;
}
