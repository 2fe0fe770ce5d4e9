import type { IncomingMessage } from 'node:http';

const localNames = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a form was sent by this server's own page: not by a page elsewhere (`Sec-Fetch-Site`, `Origin`),
 * and not by a foreign name that points at this machine (`Host`). A program that sends neither header passes.
 */
export function isSameOrigin({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  if (!localNames.includes(host.replace(/:\d+$/, ''))) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return headers.origin === undefined || headers.origin === `http://${host}`;
}
