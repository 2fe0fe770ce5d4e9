import Airtable from 'airtable';
import { z } from 'zod';
import {
  AccessError,
  type AirtableError,
  MissingError,
  MonthUsedUpError,
  OutOfTimeError,
  RateLimitedError,
  RefusedError,
  UnavailableError,
} from './errors.ts';

/** A call to Airtable's Web API; the path is relative to the base. */
interface AirtableCall {
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
  /** Runs when the calls of the month are used up. */
  stopForMonth?: () => Promise<void>;
  /** Runs when the token is refused. */
  stopForAccess?: () => Promise<void>;
}

/** Sends each call when the rate limit allows. Resolves with the parsed JSON; throws an error of `errors.ts`. */
export type AirtableClient = {
  records: (call: AirtableCall) => Promise<unknown>;
  schema: (call: AirtableCall) => Promise<unknown>;
  /** The webhooks of the base. */
  webhooks: (call: AirtableCall) => Promise<unknown>;
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
    return status === 404
      ? new MissingError(words, options)
      : new AccessError(words, status === 401, options);
  }
  return new UnavailableError(`Airtable is out of reach (${status ?? 'no answer'}): ${message}`, options);
}

const limitSchema = z.object({ error: z.object({ type: z.literal('PUBLIC_API_BILLING_LIMIT_EXCEEDED') }) });

/**
 * Whether a 429 means that the calls of the month are used up. The official client hides the body of a 429, so this asks once more
 * by hand. https://airtable.com/developers/web/api/errors
 */
async function isMonthUsedUp(
  { endpointUrl, baseId, token, timeoutMs, takeTurn }: AirtableSettings,
  path: string,
): Promise<boolean> {
  const table = path.split('/')[1] ?? '';
  // It is a call like any other: it waits for its turn and is counted.
  const endTurn = await takeTurn();
  if (!endTurn) return false;
  try {
    const answer = await fetch(`${endpointUrl}/v0/${baseId}/${table}?maxRecords=1`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    return answer.status === 429 && limitSchema.safeParse(await answer.json()).success;
  } catch {
    return false;
  } finally {
    await endTurn();
  }
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
  const { token, baseId, endpointUrl, timeoutMs, takeTurn, pause, stopForMonth, stopForAccess } = settings;
  /** An error that every other call of this run would meet as well. */
  let stoppedBy: AirtableError | null = null;
  const meet = async (error: AirtableError, path: string): Promise<AirtableError> => {
    if (error instanceof RateLimitedError && (await isMonthUsedUp(settings, path))) {
      stoppedBy = new MonthUsedUpError('Airtable: the calls of this month are used up.', { cause: error });
      await stopForMonth?.();
      return stoppedBy;
    }
    if (error instanceof RateLimitedError) await pause();
    if (error instanceof AccessError && error.isForAll) {
      stoppedBy = error;
      await stopForAccess?.();
    }
    return error;
  };
  const below = (root: string, host = endpointUrl) => {
    const base = new Airtable({
      apiKey: token,
      endpointUrl: host,
      requestTimeout: timeoutMs,
      noRetryIfRateLimited: true,
    }).base(root);
    return async ({ method, path, query, body }: AirtableCall): Promise<unknown> => {
      if (stoppedBy) throw stoppedBy;
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
        throw await meet(explain(thrown), path);
      }
    };
  };
  return {
    records: below(baseId),
    schema: below(`meta/bases/${baseId}`),
    webhooks: below(`bases/${baseId}`),
    content: below(baseId, contentHost(endpointUrl)),
  };
}
