import { once } from 'node:events';
import { createServer } from 'node:http';
import { type ServedCase, servedCasesPath } from '../../src/progress/comments/served.ts';

/** A site that serves nothing but the word of its last build on which lists are up for comment. */
export async function startListsServer() {
  let shown: readonly ServedCase[] = [];
  const server = createServer(({ url }, answer) => {
    const isThere = url === servedCasesPath;
    answer.writeHead(isThere ? 200 : 404, { 'content-type': 'application/json' });
    answer.end(isThere ? JSON.stringify(shown) : '{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    shown: () => shown,
    show: (cases: readonly ServedCase[]) => {
      shown = cases;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
