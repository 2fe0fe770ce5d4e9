import { searchPolicy, securityHeaders } from '../../platform/http/security-headers.ts';

/** Addresses on which Pagefind compiles its WebAssembly. */
const searchRoutes = ['/dien-hinh/', '/tim-kiem/', '/pagefind/*'];

const forEver = { 'Cache-Control': 'public, max-age=31536000, immutable' };
/** Headers of social images, which pages of other sites show. */
const forOthers = { ...forEver, 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** Headers of an address, or of all addresses that begin as it does: `/anh/*`. */
type HeaderRule = readonly [path: string, headers: Readonly<Record<string, string>>];

/** Headers of static files: security for every file, and a year of cache for what carries a hash. A later rule replaces an earlier one. */
export const headerRules: readonly HeaderRule[] = [
  ['/*', securityHeaders],
  ['/_astro/*', forEver],
  ['/anh/*', forOthers],
  ...searchRoutes.map((path): HeaderRule => [path, { 'Content-Security-Policy': searchPolicy }]),
];

const fits = (rule: string, path: string) =>
  rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : rule === path;

/** The headers of one static file, by its address. */
export const headersOf = (path: string): Record<string, string> =>
  Object.assign({}, ...headerRules.flatMap(([rule, headers]) => (fits(rule, path) ? [headers] : [])));
