import type { IncomingMessage, ServerResponse } from 'node:http';
import { headersOf } from '../../build/security/header-rules.ts';
import type { GoneThing } from './gone-thing.ts';
import { namingOf } from './naming.ts';
import { bytesOf } from './send-file.ts';
import { sendGone, sendHeld } from './send-gone.ts';
import type { Site } from './site.ts';
import { type Rest, withoutGone } from './without-gone.ts';

interface Kept {
  rest: Rest;
  /** The first of them that it names. */
  named: GoneThing | undefined;
}

let kept: { site: Site; gone: readonly GoneThing[]; files: Map<string, Promise<Kept>> } | undefined;

async function readRest(site: Site, path: string, file: string, gone: readonly GoneThing[]): Promise<Kept> {
  const bytes = await bytesOf(site, file);
  const text = bytes.toString('utf8');
  return { rest: withoutGone(path, bytes, gone), named: gone.find((one) => namingOf([one])(text)) };
}

/** Each file is read and cleaned once, as long as the same things are gone from the same build. */
function restOf(site: Site, path: string, file: string, gone: readonly GoneThing[]): Promise<Kept> {
  if (kept?.site !== site || kept.gone !== gone) kept = { site, gone, files: new Map() };
  const rest = kept.files.get(path) ?? readRest(site, path, file, gone);
  kept.files.set(path, rest);
  return rest;
}

/** Whether nothing is left of the list of a decision: its address is gone then. */
function isEmptyList(path: string, body: Buffer): boolean {
  if (!path.startsWith('/api/v1/quyet-dinh/')) return false;
  const text = body.toString('utf8');
  return path.endsWith('.csv') ? text.trimEnd().split('\n').length <= 1 : /"total":0[,}]/.test(text);
}

/**
 * Sends a file of a build without what is gone, until a build leaves it out; 410 for the list of a decision of which nothing is left,
 * 503 for a file that cannot be sent without it. False, and nothing is sent, where the file names nothing of it or is no file.
 */
export async function sendWithoutGone(
  { current: site }: { current: Site },
  path: string,
  gone: readonly GoneThing[],
  { incoming, outgoing }: { incoming: IncomingMessage; outgoing: ServerResponse },
): Promise<boolean> {
  const file = site.files.get(path);
  const reads = incoming.method === 'GET' || incoming.method === 'HEAD';
  if (!file || !reads || path.startsWith('/_astro/')) return false;
  const { rest: body, named } = await restOf(site, path, file.file, gone);
  if (body === 'whole') return false;
  if (body === 'held') {
    sendHeld(incoming, outgoing, path);
    return true;
  }
  if (named && isEmptyList(path, body)) {
    sendGone(incoming, outgoing, path, named);
    return true;
  }
  outgoing.writeHead(200, {
    ...headersOf(path),
    'Cache-Control': 'no-store',
    'Content-Type': file.type,
    'Content-Length': body.byteLength,
  });
  outgoing.end(incoming.method === 'HEAD' ? undefined : body);
  return true;
}
