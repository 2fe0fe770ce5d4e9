/**
 * The policy of all answers alike, so that no rule for some paths must replace another. Each built page has a stricter one of its
 * own (src/build/security/page-policy.ts), and a browser keeps to both: there must be no `default-src` and no `style-src` here,
 * which would forbid what a page allows itself. WebAssembly is for Pagefind's worker, which has no page of its own.
 */
const policy = [
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src-attr 'none'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "media-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every response, from functions and static files alike. */
const always = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

/** What a function answers may hold personal data: no other site embeds it. */
const ownSite = { 'Cross-Origin-Resource-Policy': 'same-origin' } as const;

/** Headers of data responses, which no browser shows as a page. https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html */
export const dataHeaders = {
  ...always,
  ...ownSite,
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

const forPages = {
  ...always,
  'Content-Security-Policy': policy,
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

/** Headers of pages that functions answer with. https://owasp.org/www-project-secure-headers/ */
export const securityHeaders = { ...forPages, ...ownSite } as const;

/** Where the open data stand, as files and as answers of functions. */
export const openDataPath = '/api/v1/';

/** Pages of other sites may read the open data. */
export const forAnySite = { 'Access-Control-Allow-Origin': '*' } as const;

/** Headers of static files. All are public and alike for everyone, and other sites may show the images. */
export const fileHeaders = { ...forPages, 'Cross-Origin-Resource-Policy': 'cross-origin' } as const;
