import type { IncomingMessage, ServerResponse } from 'node:http';
import { headersOf } from '../../build/security/header-rules.ts';
import { tidyAddress } from '../../vietnamese/tidy-address.ts';
import { refuse } from '../http/refuse.ts';
import type { Target } from '../http/target.ts';
import type { KeptSites } from './kept-sites.ts';
import { redirectOf } from './redirect-of.ts';
import { type FileReply, sendFile } from './send-file.ts';
import type { Site, SiteFile } from './site.ts';

/** Browsers and proxies keep a file, and ask each time whether it is still the same. */
const revalidate = { 'Cache-Control': 'public, max-age=0, must-revalidate' };
/**
 * Scripts and styles: a page that is still open asks for those of its own build, so they are looked up in all builds that are kept.
 * Nothing else is: in what an earlier build holds beside them there may be a name or a picture that was taken down since.
 */
const ofEarlierPages = /^\/_astro\/[^/]+\.(?:js|css|woff2)$/;

const headersAt = (path: string) => ({ ...revalidate, ...headersOf(path) });

function findFile({ current, earlier }: KeptSites, path: string): { site: Site; file: SiteFile } | undefined {
  const sites = ofEarlierPages.test(path) ? [current, ...earlier] : [current];
  for (const site of sites) {
    const file = site.files.get(path);
    if (file) return { site, file };
  }
  return undefined;
}

/** The address of the page that was meant by an address without its slash, or by the name of its file. */
function pageMeant({ files }: Site, path: string): string | undefined {
  const page = path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : `${path}/`;
  return files.has(page) ? page : undefined;
}

function sendOn(outgoing: ServerResponse, location: string, path: string): void {
  const headers = { ...headersAt(path), Location: location, 'Content-Length': 0 };
  outgoing.writeHead(301, headers).end();
}

/**
 * Answers from the builds, in the order of the platform: the file, the page without its slash, a redirect; then the page in another
 * spelling, and the page for what is not there. `note` is told what the log says of the address: never what a visitor typed.
 */
export async function answerFromBuild(
  sites: KeptSites,
  { path, search }: Target,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  note: (address: string) => void,
): Promise<void> {
  const { current } = sites;
  const reads = incoming.method === 'GET' || incoming.method === 'HEAD';
  const send = async (site: Site, file: SiteFile, reply: FileReply) =>
    reads ? sendFile(incoming, outgoing, site, file, reply) : refuse(outgoing, 405);
  const found = path === '/404.html' ? undefined : findFile(sites, path);
  if (found) {
    note(path);
    return send(found.site, found.file, { status: 200, headers: headersAt(path) });
  }
  const meant = pageMeant(current, path);
  const rule = meant === undefined ? redirectOf(current.redirects, path) : undefined;
  const to = meant ?? (rule?.status === 301 ? rule.to : undefined);
  if (to !== undefined) {
    note(meant ?? rule?.from ?? '');
    return reads ? sendOn(outgoing, `${encodeURI(to)}${search}`, to) : refuse(outgoing, 405);
  }
  const near = rule ? null : tidyAddress(path);
  if (near !== null && reads && current.files.has(near)) {
    note(near);
    return sendOn(outgoing, `${encodeURI(near)}${search}`, near);
  }
  note(rule?.from ?? 'not found');
  const page = current.files.get(rule?.to ?? '/404.html');
  if (!page) refuse(outgoing, 503);
  else if (rule) await send(current, page, { status: 410, headers: headersAt(rule.to) });
  else await sendFile(incoming, outgoing, current, page, { status: 404, headers: headersAt('/404.html') });
}
