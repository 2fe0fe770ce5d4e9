import type { Transform } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

const compressible =
  /^(text\/|application\/(javascript|json|problem\+json|xml|manifest\+json)|image\/svg\+xml)/;

/** A way to make an answer smaller, by the name of its encoding. */
interface Compression {
  encoding: 'br' | 'gzip';
  stream: Transform;
}

/** How Netlify would compress an answer of this type for this browser; undefined when it would not. */
export function compressionFor(contentType: string, acceptEncoding: string): Compression | undefined {
  if (!compressible.test(contentType)) return undefined;
  if (/\bbr\b/.test(acceptEncoding)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    return { encoding: 'br', stream: createBrotliCompress({ params }) };
  }
  return /\bgzip\b/.test(acceptEncoding) ? { encoding: 'gzip', stream: createGzip() } : undefined;
}
