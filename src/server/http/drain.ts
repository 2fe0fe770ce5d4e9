import { once } from 'node:events';
import type { Server } from 'node:http';

/** Stops accepting connections and waits for requests under way, at most `patienceMs`. Resolves with whether all were answered. */
export async function drain(server: Server, patienceMs: number): Promise<boolean> {
  if (!server.listening) return true;
  const closed = once(server.close(), 'close');
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    server.closeAllConnections();
  }, patienceMs);
  await closed;
  clearTimeout(timer);
  return !isLate;
}
