import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type ApiCounts, createApiRoutes } from './api/routes.ts';
import { openDatabase } from './data/database.ts';
import { openBase } from './data/records.ts';
import { createDoors } from './doors.ts';
import type { FaultChooser } from './fault.ts';
import { createPageRoutes } from './page/routes.ts';
import { Refusal } from './refusal.ts';
import { notifier } from './webhooks/notify.ts';
import { webhookStore } from './webhooks/store.ts';
import type { Transaction } from './webhooks/transaction.ts';

/** How the stand-in is started; only `path` has no default. */
export interface AirtableStandInOptions {
  /** The SQLite file that keeps the base, or `:memory:`. */
  path: string;
  /** 0, the default, takes a free port. */
  port?: number;
  /** Default `appLocal0000000000`. */
  baseId?: string;
  /** Default `local`. */
  token?: string;
  /** Default 5, as in Airtable; `null` for no limit. */
  requestsPerSecond?: number | null;
  /** How long nothing succeeds after the limit was passed, in milliseconds. Default 30,000. */
  lockoutMs?: number;
  /** How long the `offset` of a listing lives, in milliseconds. Default 300,000. */
  offsetMs?: number;
  /** Largest request body, in bytes. Default 4,000,000. */
  maxBodyBytes?: number;
  /** Clock of the service; that of this machine by default. */
  now?: () => number;
  /** Whether the token may use webhooks. Default true. */
  webhooks?: boolean;
  /** Called after each write, whoever made it. */
  onChange?: () => void;
  /** Makes requests to the API fail; see `setFault`. */
  fault?: FaultChooser;
}

/** A running stand-in. */
export interface AirtableStandIn {
  /** `http://127.0.0.1:<port>`: the `endpointUrl` of the client, and the page for people. */
  url: string;
  port: number;
  baseId: string;
  token: string;
  /** Chooses the fault of each API request from now on; `null` ends the faults. */
  setFault(fault: FaultChooser | null): void;
  /** Requests to the API so far. */
  counts(): ApiCounts;
  /** Cuts all connections, waits for writes under way, closes the file. */
  close(): Promise<void>;
}

function answerError(error: unknown, response: ServerResponse): void {
  if (response.headersSent || response.destroyed) return;
  if (!(error instanceof Refusal)) console.error(error);
  const { status, body } =
    error instanceof Refusal
      ? error
      : { status: 500, body: { error: { type: 'SERVER_ERROR', message: 'Server error' } } };
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/**
 * Starts a local server that speaks the part of Airtable's Web API that this project uses, with its limits and
 * its errors, and shows the rows on a plain page. A development tool: nothing of it is deployed.
 *
 * @throws DatabaseUnavailableError when the file cannot be opened; Node's own error (`EADDRINUSE`) when the
 * port cannot be taken
 */
export async function startAirtableStandIn(options: AirtableStandInOptions): Promise<AirtableStandIn> {
  const { baseId = 'appLocal0000000000', token = 'local' } = options;
  const database = openDatabase(options.path);
  const now = options.now ?? Date.now;
  const stopping = new AbortController();
  const webhooks = webhookStore(database, now);
  const { ping } = notifier(webhooks, baseId, stopping.signal);
  const note = (transaction: Transaction) => {
    ping(webhooks.note(transaction));
    options.onChange?.();
  };
  const base = openBase(database, { now, note });
  const underWay = new Set<Promise<void>>();
  let chooseFault = options.fault ?? null;

  const api = createApiRoutes(base, {
    baseId,
    token,
    requestsPerSecond: options.requestsPerSecond === undefined ? 5 : options.requestsPerSecond,
    lockoutMs: options.lockoutMs ?? 30_000,
    offsetMs: options.offsetMs ?? 300_000,
    maxBodyBytes: options.maxBodyBytes ?? 4_000_000,
    now,
    webhooks,
    mayUseWebhooks: () => options.webhooks ?? true,
    stopping: stopping.signal,
    fault: (request) => chooseFault?.(request) ?? null,
  });
  const page = createPageRoutes(base, now);
  const setFault = (fault: FaultChooser | null) => {
    chooseFault = fault;
  };
  const doors = createDoors(base, setFault);
  const serverOf = ({ pathname }: URL) => {
    if (pathname.startsWith('/v0/')) return api.serve;
    return pathname.startsWith('/_') ? doors : page;
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const url = new URL(`http://stand-in${request.url ?? '/'}`);
      await serverOf(url)(request, response, url);
    } catch (error) {
      answerError(error, response);
    }
  }

  const server = createServer((request, response) => {
    const work = serve(request, response).finally(() => underWay.delete(work));
    underWay.add(work);
  });

  try {
    server.listen(options.port ?? 0, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    database.close();
    throw error;
  }

  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    baseId,
    token,
    setFault,
    counts: () => ({ ...api.counts }),
    async close() {
      if (!server.listening) return;
      stopping.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await Promise.all(underWay);
      database.close();
    },
  };
}
