import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { acceptedEncodings, type Encoding, isNamed, partOf } from './conditions.ts';
import type { Site, SiteFile } from './site.ts';

/** Files up to this size are held in memory; larger ones are streamed. */
const maxHeldBytes = 256 * 1024;
/** Bytes that a build may hold in memory. */
const maxHeldInAll = 96 * 1024 * 1024;

const suffixes = { br: '.br', gzip: '.gz' } as const;

/** The bytes of a file of a build, by its path below the folder; small ones are held. */
export async function bytesOf(site: Site, path: string): Promise<Buffer> {
  const held = site.held.get(path);
  if (held) return held;
  const bytes = await readFile(join(site.folder, path));
  if (site.heldBytes + bytes.byteLength <= maxHeldInAll && !site.held.has(path)) {
    site.held.set(path, bytes);
    site.heldBytes += bytes.byteLength;
  }
  return bytes;
}

/** The copy of a file that is sent. */
interface Copy {
  path: string;
  bytes: number;
  etag: string;
  encoding?: Encoding;
}

function copyFor(file: SiteFile, acceptEncoding: string | undefined): Copy {
  for (const encoding of acceptedEncodings(acceptEncoding)) {
    const bytes = file[encoding];
    if (bytes !== undefined)
      return {
        path: `${file.file}${suffixes[encoding]}`,
        bytes,
        etag: `"${file.tag}-${encoding}"`,
        encoding,
      };
  }
  return { path: file.file, bytes: file.bytes, etag: `"${file.tag}"` };
}

/** How a file is answered: which status, and headers of its address. */
export interface FileReply {
  status: 200 | 404 | 410;
  headers: Readonly<Record<string, string>>;
}

/**
 * Sends a file of a build: compressed where the client takes that, 304 where it has the file, 206 or 416 where it asks for a
 * part. A part is one of the uncompressed file. Only a page answered with 200 is conditional.
 */
export async function sendFile(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  site: Site,
  file: SiteFile,
  { status, headers: given }: FileReply,
): Promise<void> {
  const asked = incoming.headers;
  const isOk = status === 200;
  const plainCopy = copyFor(file, undefined);
  const ifRange = asked['if-range'];
  const mayPart = isOk && incoming.method === 'GET' && (ifRange === undefined || ifRange === plainCopy.etag);
  const part = mayPart ? partOf(asked.range, file.bytes) : undefined;
  const copy = part === undefined ? copyFor(file, asked['accept-encoding']?.toString()) : plainCopy;
  const headers: Record<string, string | number> = { ...given };
  if (isOk) {
    headers.ETag = copy.etag;
    headers['Accept-Ranges'] = 'bytes';
  }
  if (file.br !== undefined || file.gzip !== undefined) headers.Vary = 'Accept-Encoding';
  if (isOk && isNamed(asked['if-none-match'], copy.etag)) {
    outgoing.writeHead(304, headers).end();
    return;
  }
  headers['Content-Type'] = file.type;
  if (part === 'none') {
    outgoing
      .writeHead(416, { ...headers, 'Content-Range': `bytes */${file.bytes}`, 'Content-Length': 0 })
      .end();
    return;
  }
  if (copy.encoding) headers['Content-Encoding'] = copy.encoding;
  if (part) headers['Content-Range'] = `bytes ${part.first}-${part.last}/${file.bytes}`;
  headers['Content-Length'] = part ? part.last - part.first + 1 : copy.bytes;
  const begin = () => outgoing.writeHead(part ? 206 : status, headers);
  if (incoming.method === 'HEAD') return void begin().end();
  if (copy.bytes <= maxHeldBytes) {
    const bytes = await bytesOf(site, copy.path);
    begin().end(part ? bytes.subarray(part.first, part.last + 1) : bytes);
    return;
  }
  const stream = createReadStream(
    join(site.folder, copy.path),
    part ? { start: part.first, end: part.last } : {},
  );
  begin();
  await pipeline(stream, outgoing);
}
