import type { IncomingMessage, ServerResponse } from 'node:http';
import { headersOf } from '../../build/security/header-rules.ts';
import type { GoneStory } from '../../gallery/stories/server/gone-now.ts';
import { sendGone } from './gone-pages.ts';
import { namingOf } from './naming.ts';
import { bytesOf } from './send-file.ts';
import type { Site } from './site.ts';
import { withoutGone } from './without-gone.ts';

interface Rest {
  /** What the file holds without them; null where it names none. */
  body: Buffer | null;
  /** The first of them that it names. */
  named: GoneStory | undefined;
}

let kept: { site: Site; gone: readonly GoneStory[]; rests: Map<string, Promise<Rest>> } | undefined;

async function readRest(site: Site, path: string, file: string, gone: readonly GoneStory[]): Promise<Rest> {
  const bytes = await bytesOf(site, file);
  const text = bytes.toString('utf8');
  return {
    body: withoutGone(path, bytes, gone),
    named: gone.find((story) => namingOf([story])(text)),
  };
}

/** Each file is read and cleaned once, as long as the same stories are gone from the same build. */
function restOf(site: Site, path: string, file: string, gone: readonly GoneStory[]): Promise<Rest> {
  if (kept?.site !== site || kept.gone !== gone) kept = { site, gone, rests: new Map() };
  const rest = kept.rests.get(path) ?? readRest(site, path, file, gone);
  kept.rests.set(path, rest);
  return rest;
}

/** Whether nothing is left of the list of a decision: its address is gone then. */
function isEmptyList(path: string, body: Buffer): boolean {
  if (!path.startsWith('/api/v1/quyet-dinh/')) return false;
  const text = body.toString('utf8');
  return path.endsWith('.csv') ? text.trimEnd().split('\n').length <= 1 : /"total":0[,}]/.test(text);
}

/**
 * Sends a file of a build without the stories that are gone, until a build leaves them out; 410 for the list of a decision of which
 * nothing is left. False, and nothing is sent, where the file names none of them or is no file.
 */
export async function sendWithoutGone(
  { current: site }: { current: Site },
  path: string,
  gone: readonly GoneStory[],
  { incoming, outgoing }: { incoming: IncomingMessage; outgoing: ServerResponse },
): Promise<boolean> {
  const file = site.files.get(path);
  const reads = incoming.method === 'GET' || incoming.method === 'HEAD';
  if (!file || !reads || path.startsWith('/_astro/')) return false;
  const { body, named } = await restOf(site, path, file.file, gone);
  if (!body) return false;
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
