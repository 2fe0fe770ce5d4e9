import type { IncomingHttpHeaders } from 'node:http';

/** Netlify tells a function the visitor's address in this header: https://docs.netlify.com/build/functions/api/#ip */
const addressHeader = 'x-nf-client-connection-ip';
let visitors = 0;

/**
 * Who asks on one's own machine: the address that the request names, so that limits can be tried; without one, a visitor of his own
 * (of addresses that RFC 3849 keeps for examples), so that tests and trials are not taken for one office.
 */
export function visitorOf(headers: IncomingHttpHeaders): string {
  visitors += 1;
  return (
    headers[addressHeader]?.toString() ??
    `2001:db8:${(visitors >> 16).toString(16)}:${(visitors & 0xffff).toString(16)}::1`
  );
}
