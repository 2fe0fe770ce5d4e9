import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request for a function. */
export interface ReadRequest {
  request: Request;
  /** Whether more came than the limit allows: then reading the body failed. */
  isOver: () => boolean;
}

/** A body up to this length is read before the function begins, which is faster; a longer one as the function reads it. */
const readAtOnceBytes = 256 * 1024;

class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/** The body as it comes, which fails to be read past `maxBytes`. What is not asked for is not read. */
function limited(incoming: IncomingMessage, maxBytes: number) {
  let size = 0;
  // The connection outlives a body that nobody reads to its end: the answer is still to be sent.
  const chunks = incoming.iterator({ destroyOnReturn: false });
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await chunks.next();
        if (done === true) return controller.close();
        size += value.byteLength;
        if (size <= maxBytes) controller.enqueue(value);
        else controller.error(new BodyTooLargeError(`The body is longer than ${maxBytes} bytes.`));
      },
      cancel: async () => void (await chunks.return?.()),
    },
    { highWaterMark: 0 },
  );
  return { body, isOver: () => size > maxBytes };
}

/**
 * Makes of a request of Node that of a function. Rejects where the visitor leaves before a short body has come, and throws what
 * `Request` throws for an address or a header that it does not take.
 * @param address what the function sees as the address
 */
export async function readRequest(
  incoming: IncomingMessage,
  address: string,
  maxBytes: number,
): Promise<ReadRequest> {
  const { method = 'GET', rawHeaders, headers: parsed } = incoming;
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2)
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  if (method === 'GET' || method === 'HEAD')
    return { request: new Request(address, { method, headers }), isOver: () => false };
  if (Number(parsed['content-length'] ?? Number.NaN) <= Math.min(readAtOnceBytes, maxBytes)) {
    const body = new Uint8Array(await buffer(incoming));
    return { request: new Request(address, { method, headers, body }), isOver: () => false };
  }
  const { body, isOver } = limited(incoming, maxBytes);
  const init = { method, headers, body, duplex: 'half' };
  return { request: new Request(address, init), isOver };
}
