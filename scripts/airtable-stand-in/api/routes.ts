import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Base } from '../data/records.ts';
import { type FaultChooser, playFault } from '../fault.ts';
import { createRateLimit, type RateLimitOptions } from '../rate-limit.ts';
import { authenticationRequired, modelNotFound, notFound, rateLimitReached } from '../refusal.ts';
import type { WebhookStore } from '../webhooks/store.ts';
import { createContentRoutes, isUploadPath, maxUploadBytes } from './content-routes.ts';
import { createRecordRoutes } from './record-routes.ts';
import { pathParts, readJson } from './request.ts';
import { createSchemaRoutes } from './schema-routes.ts';
import { createWebhookRoutes } from './webhook-routes.ts';

/** Settings and services of the API. */
export interface ApiOptions extends RateLimitOptions {
  baseId: string;
  token: string;
  /** Milliseconds for which the `offset` of a listing is valid. */
  offsetMs: number;
  /** Largest body, in bytes. */
  maxBodyBytes: number;
  /** Aborts waiting requests when the server closes. */
  stopping: AbortSignal;
  /** The clock of the service. */
  now: () => number;
  webhooks: WebhookStore;
  /** Whether the token has the right `webhook:manage`. */
  mayUseWebhooks: () => boolean;
  /** Called once for every request that is not throttled. */
  fault: FaultChooser;
}

/** How many requests the base has taken and how many it has answered with 429. */
export interface ApiCounts {
  accepted: number;
  rateLimited: number;
}

/** Serves `/v0/…`: the token, the base, the rate limit and the faults, then rows or schema. @throws Refusal */
export function createApiRoutes(base: Base, options: ApiOptions) {
  const counts: ApiCounts = { accepted: 0, rateLimited: 0 };
  const mayPass = createRateLimit(options);
  const records = createRecordRoutes(base, options);
  const schema = createSchemaRoutes(base);
  const content = createContentRoutes(base, options.now);
  const webhooks = createWebhookRoutes(options.webhooks, {
    now: options.now,
    isAllowed: options.mayUseWebhooks,
  });
  /** The handler of a path, and the position of the base in the path. */
  const roomOf = (path: readonly string[]) => {
    if (path[0] === 'meta' && path[1] === 'bases') return { serveRoom: schema, baseAt: 2 };
    if (path[0] === 'bases') return { serveRoom: webhooks, baseAt: 1 };
    return { serveRoom: isUploadPath(path) ? content : records, baseAt: 0 };
  };

  async function serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (request.headers.authorization !== `Bearer ${options.token}`) throw authenticationRequired();
    const path = pathParts(url.pathname)?.slice(1);
    if (!path) throw notFound();
    const { serveRoom, baseAt } = roomOf(path);
    if (path[baseAt] !== options.baseId) throw modelNotFound();
    if (!mayPass()) {
      counts.rateLimited += 1;
      throw rateLimitReached();
    }
    counts.accepted += 1;
    const method = request.method ?? 'GET';
    const fault = options.fault({ method, path: `/v0/${path.join('/')}` });
    // The body is read first: a real server has it even when it answers too late for its caller.
    const body = await readJson(request, isUploadPath(path) ? maxUploadBytes : options.maxBodyBytes);
    if (!(await playFault(fault, response, options.stopping))) return;
    const origin = `http://${request.headers.host ?? 'localhost'}`;
    const answer = serveRoom({ method, path, search: url.searchParams, body, origin });
    if (fault?.kind === 'die-after') response.destroy();
    else response.setHeader('content-type', 'application/json; charset=utf-8').end(JSON.stringify(answer));
  }

  return { serve, counts };
}
