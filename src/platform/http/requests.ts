/** True when the caller wants JSON rather than a page. */
export function wantsJson(request: Request): boolean {
  const accept = request.headers.get('accept') ?? '';
  const sent = request.headers.get('content-type') ?? '';
  return accept.includes('application/json') || sent.startsWith('application/json');
}

/**
 * False when a page of another site sent the visitor's browser here. Callers that are no browser send neither header
 * and pass: the form holds no session that could be misused.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  return !origin || origin === new URL(request.url).origin;
}

/**
 * The same, and true as well for a browser that hides its page: Safari before 16.4 sends `Origin: null` and nothing else where an
 * extension or a proxy forbids referrers. Another site can have it sent, too: only where nothing is gained by that.
 */
export function mayBeSameOrigin(request: Request): boolean {
  const isHidden = request.headers.get('origin') === 'null' && !request.headers.has('sec-fetch-site');
  return isHidden || isSameOrigin(request);
}
