/** True when the caller wants JSON rather than a page. */
export function wantsJson(request: Request): boolean {
  const accept = request.headers.get('accept') ?? '';
  const sent = request.headers.get('content-type') ?? '';
  return accept.includes('application/json') || sent.startsWith('application/json');
}

/**
 * False when a page of another site sent the visitor's browser here. Callers other than browsers send neither header and
 * pass: there is no session that they could misuse.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  return !origin || origin === new URL(request.url).origin;
}

/**
 * Like `isSameOrigin`, but also true for a browser that hides its origin: Safari before 16.4 sends only `Origin: null` where an
 * extension or a proxy forbids referrers. Another site can cause this header, too, so use this only where a forged request
 * gains nothing.
 */
export function mayBeSameOrigin(request: Request): boolean {
  const isHidden = request.headers.get('origin') === 'null' && !request.headers.has('sec-fetch-site');
  return isHidden || isSameOrigin(request);
}
