import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { isCompressible } from '../builds/compress.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** A shorter answer fits one packet as it is. */
const leastBytes = 1_024;
/** What a page of 90 KB gains above this costs more time than it saves. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** The encoding to use for this `Accept-Encoding`: one that is named and not refused (`q=0`). */
function encodingFor(accepted: string): 'br' | 'gzip' | null {
  const refused = /\b(br|gzip)\s*;\s*q=0(?:\.0+)?\s*(?:,|$)/g;
  const kept = accepted.replace(refused, '');
  if (/\bbr\b/.test(kept)) return 'br';
  return /\bgzip\b/.test(kept) ? 'gzip' : null;
}

/** Compresses the texts with which functions answer, as `files` are at build: Brotli, else gzip (RFC 9110, 12.5.3). */
export const compressAnswers: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.req.method === 'HEAD') return;
  const { res } = c;
  if (!isCompressible(res.headers.get('content-type') ?? '') || res.headers.has('content-encoding')) return;
  const headers = new Headers(res.headers);
  headers.append('Vary', 'Accept-Encoding');
  const bytes = new Uint8Array(await res.arrayBuffer());
  const encoding = bytes.byteLength < leastBytes ? null : encodingFor(c.req.header('accept-encoding') ?? '');
  const body =
    encoding === null ? bytes : await (encoding === 'br' ? brotli(bytes, quality) : gzipped(bytes));
  if (encoding) headers.set('Content-Encoding', encoding);
  headers.set('Content-Length', String(body.byteLength));
  c.res = undefined;
  c.res = new Response(new Uint8Array(body), { status: res.status, headers });
};
