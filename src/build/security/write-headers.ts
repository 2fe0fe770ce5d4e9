import { writeFile } from 'node:fs/promises';
import { searchPolicy, securityHeaders } from '../../platform/http/security-headers.ts';

/** Addresses on which Pagefind compiles its WebAssembly. A later rule replaces an earlier one. */
const searchRoutes = ['/dien-hinh/', '/tim-kiem/', '/pagefind/*'];

const rule = (path: string, headers: Record<string, string>) =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

const forEver = { 'Cache-Control': 'public, max-age=31536000, immutable' };
/** Headers of social images, which pages of other sites show. */
const forOthers = { ...forEver, 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** Netlify’s `_headers` file: the security headers for every file, and a year of cache for what carries a hash. */
function headersFile(): string {
  return [
    rule('/*', securityHeaders),
    rule('/_astro/*', forEver),
    rule('/anh/*', forOthers),
    ...searchRoutes.map((path) => rule(path, { 'Content-Security-Policy': searchPolicy })),
    '',
  ].join('\n\n');
}

/** Writes `_headers` into the built site. https://docs.netlify.com/routing/headers/ */
export const writeHeaders = (dir: URL): Promise<void> => writeFile(new URL('_headers', dir), headersFile());
