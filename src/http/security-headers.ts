/** All but styles: each page names its own (style-policy.ts), so no `default-src` may stand above them. */
const policy = (scripts: string) =>
  [
    `script-src ${scripts}`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
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

/** Headers of every answer, whoever gives it. https://owasp.org/www-project-secure-headers/ */
export const securityHeaders = {
  'Content-Security-Policy': policy("'self'"),
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** The policy of a page on which Pagefind compiles its WebAssembly. */
export const searchPolicy = policy("'self' 'wasm-unsafe-eval'");
