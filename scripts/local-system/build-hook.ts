import { once } from 'node:events';
import { createServer } from 'node:http';
import { freePort } from './postgres.ts';

/** Takes the platform's place as the receiver of the build hook, on a free port of this machine. */
export async function startBuildHook(onCall: () => void) {
  const port = await freePort();
  const server = createServer((_, response) => {
    onCall();
    response.end();
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${port}`, close: async () => void server.close() };
}
