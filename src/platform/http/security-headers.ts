/** The policy without styles. Each page allows its own styles (style-policy.ts), so there must be no `default-src` here. */
const policy = (scripts: string) =>
  [
    `script-src ${scripts}`,
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
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Headers of data responses, which no browser shows as a page. https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html */
export const dataHeaders = {
  ...always,
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** Headers of all other responses. https://owasp.org/www-project-secure-headers/ */
export const securityHeaders = {
  ...always,
  'Content-Security-Policy': policy("'self'"),
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

/** The policy of a page on which Pagefind compiles its WebAssembly. */
export const searchPolicy = policy("'self' 'wasm-unsafe-eval'");
