/** The body of a request, up to a limit. */
export interface LimitedBody {
  body: ReadableStream<Uint8Array> | null;
  /** Whether more came than the limit allows: then reading the body failed. */
  isOver: () => boolean;
}

class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/** The body of a request without a declared length, which fails to be read past `maxBytes`. */
export function limitBody(body: ReadableStream<Uint8Array> | null, maxBytes: number): LimitedBody {
  let size = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      size += chunk.byteLength;
      if (size <= maxBytes) controller.enqueue(chunk);
      else controller.error(new BodyTooLargeError(`The body is longer than ${maxBytes} bytes.`));
    },
  });
  return { body: body?.pipeThrough(count) ?? null, isOver: () => size > maxBytes };
}
