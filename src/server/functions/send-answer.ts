import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressible } from '../builds/compress.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** A shorter answer fits one packet as it is. */
const leastBytes = 1_024;
/**
 * How hard to try. A page that caches keep is compressed once for many. One answer is for one visitor: a form of 93 KB takes 1.0 ms
 * of the processor at quality 2 and 2.2 ms at quality 4, for 21.4 and 19.8 KB; with gzip 1.7 ms at level 3 and 2.9 ms at level 6,
 * for 22.2 and 20.3 KB. Half the time is a third more answers a second. The window of 256 KB holds every page; the usual one of
 * 4 MB takes longer to come by than the page to compress.
 */
const quality = (bytes: number, isKept: boolean) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: isKept ? 6 : 2,
    [constants.BROTLI_PARAM_LGWIN]: 18,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes,
  },
});

/** The encoding to use for this `Accept-Encoding`: one that is named and not refused (`q=0`). */
function encodingFor(accepted: string): 'br' | 'gzip' | null {
  const refused = /\b(br|gzip)\s*;\s*q=0(?:\.0+)?\s*(?:,|$)/g;
  const kept = accepted.replace(refused, '');
  if (/\bbr\b/.test(kept)) return 'br';
  return /\bgzip\b/.test(kept) ? 'gzip' : null;
}

/** Time for the rest of a body that the function did not read. */
const restMs = 500;

/** A visitor may still be sending when the answer is there: the connection closes once the answer has had time to arrive. */
function closeUnread(incoming: IncomingMessage): void {
  if (incoming.complete) return;
  const close = setTimeout(() => incoming.socket.destroySoon(), restMs).unref();
  incoming.resume().once('end', () => clearTimeout(close));
}

/**
 * Sends what a function answered. Texts are compressed, as files are at build: Brotli, else gzip (RFC 9110, 12.5.3). Rejects when the
 * visitor leaves meanwhile.
 */
export async function sendAnswer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: Response,
): Promise<void> {
  const headers: OutgoingHttpHeaders = Object.fromEntries(answer.headers);
  const { status, body } = answer;
  outgoing.once('finish', () => closeUnread(incoming));
  if (body === null || incoming.method === 'HEAD') {
    if (incoming.method !== 'HEAD' && status !== 204 && status !== 304) headers['content-length'] = 0;
    outgoing.writeHead(status, headers).end();
    return;
  }
  if (!isCompressible(String(headers['content-type'])) || 'content-encoding' in headers) {
    outgoing.writeHead(status, headers);
    return pipeline(body, outgoing);
  }
  headers.vary = [headers.vary, 'Accept-Encoding'].filter(Boolean).join(', ');
  const bytes = Buffer.from(await answer.arrayBuffer());
  const accepted = incoming.headers['accept-encoding']?.toString() ?? '';
  const encoding = bytes.byteLength < leastBytes ? null : encodingFor(accepted);
  if (encoding) headers['content-encoding'] = encoding;
  const isKept = String(headers['cache-control']).startsWith('public');
  const sent =
    encoding === null
      ? bytes
      : await (encoding === 'br'
          ? brotli(bytes, quality(bytes.byteLength, isKept))
          : gzipped(bytes, { level: isKept ? 6 : 3 }));
  headers['content-length'] = sent.byteLength;
  outgoing.writeHead(status, headers).end(sent);
}
