import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A function of the site, as the platform calls it. */
export type Handler = (request: Request) => Promise<Response>;

/** A request as the platform hands it on: complete, with its headers. Throws what `Request` throws, and for a cut body. */
async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/', rawHeaders, headers } = incoming;
  const pairs: [string, string][] = [];
  for (let at = 0; at < rawHeaders.length; at += 2)
    pairs.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '']);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of incoming) chunks.push(new Uint8Array(chunk));
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(new URL(url, `http://${headers.host ?? 'localhost'}`), {
    method,
    headers: pairs,
    body: hasBody ? Buffer.concat(chunks) : null,
  });
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, handle: Handler): Promise<void> {
  let request: Request;
  try {
    request = await readRequest(incoming);
  } catch {
    outgoing.writeHead(400).end();
    return;
  }
  const response = await handle(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
}

/** A plain `node:http` server in front of a function. What the function throws is answered 500. */
export function createHandlerServer(handle: Handler): Server {
  return createServer((incoming, outgoing) => {
    answer(incoming, outgoing, handle).catch((error: unknown) => {
      console.error(error);
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end();
    });
  });
}
