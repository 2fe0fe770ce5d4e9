import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** A request may be on its way in a connection that looks idle. */
const graceMs = 200;

/**
 * Watches the requests of a server. The result ends it: it stops accepting connections, waits for requests under way, at most
 * `patienceMs`, and closes connections without a request. Resolves with whether all were answered.
 */
export function drainer(server: Server): (patienceMs: number) => Promise<boolean> {
  let underWay = 0;
  server.on('request', (_: IncomingMessage, outgoing: ServerResponse) => {
    underWay += 1;
    outgoing.once('close', () => {
      underWay -= 1;
    });
  });
  return async (patienceMs) => {
    if (!server.listening) return true;
    const closed = once(server.close(), 'close');
    const end = performance.now() + patienceMs;
    do await sleep(graceMs);
    while (underWay > 0 && performance.now() < end);
    const isDone = underWay === 0;
    server.closeAllConnections();
    await closed;
    return isDone;
  };
}
