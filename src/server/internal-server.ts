import { createServer, type Server } from 'node:http';
import type { Registry } from 'prom-client';

/** What a monitor may ask. */
interface Vitals {
  registry: Registry;
  /** Facts that must all be true before visitors are sent here. */
  readiness: () => Promise<Record<string, boolean>>;
}

/**
 * A server for monitors, on a port that visitors do not reach: `/live` (the process answers), `/ready` (200 when visitors may be
 * sent here, else 503), `/metrics` (Prometheus).
 */
export function internalServer({ registry, readiness }: Vitals): Server {
  const answers: Record<string, () => Promise<[status: number, type: string, body: string]>> = {
    '/live': async () => [200, 'text/plain', 'ok'],
    '/ready': async () => {
      const facts = await readiness();
      const isReady = Object.values(facts).every(Boolean);
      return [isReady ? 200 : 503, 'application/json', JSON.stringify(facts)];
    },
    '/metrics': async () => [200, registry.contentType, await registry.metrics()],
  };
  return createServer((incoming, outgoing) => {
    const answer = answers[incoming.url ?? ''];
    if (!answer || incoming.method !== 'GET') return void outgoing.writeHead(answer ? 405 : 404).end();
    answer().then(
      ([status, type, body]) =>
        outgoing.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body),
      () => outgoing.writeHead(500).end(),
    );
  });
}
