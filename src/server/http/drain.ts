import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A request may be on its way in a connection that looks idle: such connections stay open for this time without a request. */
const graceMs = 1_000;
const lookMs = 50;

/**
 * Watches the requests of a server. The result ends it: it stops accepting connections, waits for requests under way, at most
 * `patienceMs`, and closes connections without a request. Resolves with whether all were answered.
 */
export function drainer(server: Server): (patienceMs: number) => Promise<boolean> {
  let underWay = 0;
  let lastAt = 0;
  server.on('request', (_: IncomingMessage, outgoing: ServerResponse) => {
    underWay += 1;
    lastAt = performance.now();
    outgoing.once('close', () => {
      underWay -= 1;
    });
  });
  return async (patienceMs) => {
    if (!server.listening) return true;
    // `close` of an HTTP server would cut off connections that look idle, so that of the server below it is called.
    const closed = once(NetServer.prototype.close.call(server), 'close');
    const begun = performance.now();
    do await sleep(lookMs);
    while (
      performance.now() - begun < patienceMs &&
      (underWay > 0 || performance.now() - Math.max(begun, lastAt) < graceMs)
    );
    const isDone = underWay === 0;
    server.closeAllConnections();
    await closed;
    return isDone;
  };
}
