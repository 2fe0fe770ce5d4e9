import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';

/** A line to the reader: how long before an answer begins, and how fast all answers together flow. */
export interface Connection {
  delayMs: number;
  bytesPerSecond: number;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};
/** What the head of an answer weighs, about. */
const headBytes = 250;
const compressed = (bytes: Buffer): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

/** A server of a folder that compresses text as the platform does, counts what it sends, and can be made slow. */
export async function serveSlowly(folder: string) {
  let line: Connection | null = null;
  let free = 0;
  let sent = { bytes: 0, requests: 0 };
  const pass = async (bytes: number): Promise<void> => {
    const slow = line;
    if (!slow) return;
    await sleep(slow.delayMs);
    free = Math.max(free, performance.now()) + (bytes / slow.bytesPerSecond) * 1000;
    await sleep(free - performance.now());
  };
  const server = createServer(async (request, reply) => {
    const path = new URL(request.url ?? '/', 'http://bench').pathname.replace(/\/$/, '/index.html');
    const type = types[extname(path)];
    const file = await readFile(join(folder, path)).catch(() => null);
    const body = file && type ? compressed(file) : file;
    sent = { bytes: sent.bytes + headBytes + (body?.length ?? 0), requests: sent.requests + 1 };
    await pass(headBytes + (body?.length ?? 0));
    reply.writeHead(body ? 200 : 404, {
      'content-type': type ?? 'application/octet-stream',
      ...(body && type && { 'content-encoding': 'br' }),
    });
    reply.end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    setLine: (next: Connection | null): void => {
      line = next;
    },
    /** What was sent since `forget`. */
    sent: () => sent,
    forget: (): void => {
      sent = { bytes: 0, requests: 0 };
    },
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
}
