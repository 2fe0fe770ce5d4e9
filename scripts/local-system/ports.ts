import { once } from 'node:events';
import { createServer } from 'node:net';

/** Rejects with the system's error when a port of this machine is taken. */
export async function refuseTakenPort(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  await once(server.close(), 'close');
}
