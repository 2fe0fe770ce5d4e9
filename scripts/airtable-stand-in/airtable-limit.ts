import type { FaultChooser } from './fault.ts';
import { createRateLimit } from './rate-limit.ts';
import { rateLimitReached } from './refusal.ts';

/** Airtable's limit of five calls a second on the API of a base that otherwise has none, on a clock that the caller chooses. */
export function airtableLimit(now?: () => number): FaultChooser {
  const mayPass = createRateLimit({ requestsPerSecond: 5, lockoutMs: 30_000, now });
  const { status, body } = rateLimitReached();
  return () => (mayPass() ? null : { kind: 'status', status, body });
}
