import Airtable from 'airtable';
import { z } from 'zod';
import {
  AccessError,
  type AirtableError,
  MissingError,
  OutOfTimeError,
  RateLimitedError,
  RefusedError,
  UnavailableError,
} from './errors.ts';

/** A call to Airtable's Web API; the path is relative to the base. */
export interface AirtableCall {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Where and how to reach a base. */
export interface AirtableSettings {
  token: string;
  baseId: string;
  endpointUrl: string;
  timeoutMs: number;
  /** Waits until the next call may start. Resolves with a function to call when the call ends, or null past the deadline. */
  takeTurn: () => Promise<(() => Promise<void>) | null>;
  /** Runs after a 429, so that every sync pauses. */
  pause: () => Promise<void>;
}

/** Sends each call when the rate limit allows. Resolves with the parsed JSON; throws an error of `errors.ts`. */
export type AirtableClient = {
  records: (call: AirtableCall) => Promise<unknown>;
  schema: (call: AirtableCall) => Promise<unknown>;
  /** Airtable's upload service for files. */
  content: (call: AirtableCall) => Promise<unknown>;
};

/** What the official client throws. It exports no error class that could be tested for. */
const thrownSchema = z.object({ error: z.string(), message: z.string(), statusCode: z.number().nullable() });

function explain(thrown: unknown): AirtableError {
  const parsed = thrownSchema.safeParse(thrown);
  const options = { cause: thrown };
  if (!parsed.success) return new UnavailableError(String(thrown), options);
  const { error, message, statusCode: status } = parsed.data;
  if (status === 429) return new RateLimitedError('Airtable asks to slow down (429).', options);
  if (status === 413 || status === 422) return new RefusedError(error, message, options);
  if (status === 401 || status === 403 || status === 404) {
    const words = `Airtable refuses access (${status} ${error}): check AIRTABLE_TOKEN, its scopes and AIRTABLE_BASE_ID.`;
    return status === 404 ? new MissingError(words, options) : new AccessError(words, options);
  }
  return new UnavailableError(`Airtable is out of reach (${status ?? 'no answer'}): ${message}`, options);
}

/** Airtable accepts files at a separate host; the stand-in uses one host for everything. */
const contentHost = (endpointUrl: string) =>
  endpointUrl.replace('://api.airtable.com', '://content.airtable.com');

/** The official client's own timeout ends at the first byte; this one covers the body too. */
async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`No answer within ${timeoutMs} ms.`)), timeoutMs);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

/** The official client with our rate limit and error classes. Never retries by itself. */
export function openAirtable(settings: AirtableSettings): AirtableClient {
  const { token, baseId, endpointUrl, timeoutMs, takeTurn, pause } = settings;
  const below = (root: string, host = endpointUrl) => {
    const base = new Airtable({
      apiKey: token,
      endpointUrl: host,
      requestTimeout: timeoutMs,
      noRetryIfRateLimited: true,
    }).base(root);
    return async ({ method, path, query, body }: AirtableCall): Promise<unknown> => {
      const endTurn = await takeTurn();
      if (!endTurn) throw new OutOfTimeError('No turn at Airtable is left in this run.');
      try {
        const request = base.makeRequest({
          method,
          path,
          qs: query ?? {},
          ...(body === undefined ? {} : { body }),
        });
        const answer: { body: unknown } = await within(timeoutMs, request).finally(endTurn);
        return answer.body;
      } catch (thrown) {
        const error = explain(thrown);
        if (error instanceof RateLimitedError) await pause();
        throw error;
      }
    };
  };
  return {
    records: below(baseId),
    schema: below(`meta/bases/${baseId}`),
    content: below(baseId, contentHost(endpointUrl)),
  };
}
