import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** Converts a request of `node:http` for functions: complete, with all values of its headers. */
export async function readRequest(request: IncomingMessage, origin: string): Promise<Request> {
  const url = new URL(request.url ?? '/', origin);
  const method = request.method ?? 'GET';
  const headers = Object.entries(request.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  return new Request(url, { method, headers, body: await buffer(request) });
}
