import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** A fault of one API request; tests use it to make Airtable fail in every known way. */
export type Fault =
  /** Answers with this status, doing nothing: `html` wins over `body`, which is sent as JSON. */
  | { kind: 'status'; status: number; body?: unknown; html?: string }
  /** Answers correctly, after `ms` milliseconds. */
  | { kind: 'slow'; ms: number }
  /** Cuts the connection before anything is done. */
  | { kind: 'die-before' }
  /** Does what was asked, then cuts the connection instead of answering. */
  | { kind: 'die-after' }
  /** Never answers, and does nothing; the connection stays open. */
  | { kind: 'hang' };

/** Chooses the fault of a request, or `null` to serve it as it should be. */
export type FaultChooser = (request: { method: string; path: string }) => Fault | null;

/**
 * Plays the part of a fault that comes before the work is done.
 *
 * @param stopping aborts a wait when the server closes
 * @returns whether the request should still be served
 */
export async function playFault(
  fault: Fault | null,
  response: ServerResponse,
  stopping: AbortSignal,
): Promise<boolean> {
  switch (fault?.kind) {
    case 'status':
      response.statusCode = fault.status;
      response.setHeader(
        'content-type',
        fault.html === undefined ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
      );
      response.end(fault.html ?? JSON.stringify(fault.body ?? { error: { type: 'SERVER_ERROR' } }));
      return false;
    case 'slow':
      return wait(fault.ms, true, { signal: stopping }).catch(() => false);
    case 'die-before':
      response.destroy();
      return false;
    case 'hang':
      return false;
    default:
      return true;
  }
}
