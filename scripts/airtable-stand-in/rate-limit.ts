/** How the base is throttled; `requestsPerSecond: null` means not at all. */
export interface RateLimitOptions {
  requestsPerSecond: number | null;
  /** Milliseconds in which nothing succeeds after the limit was passed. Airtable: 30,000. */
  lockoutMs: number;
  /** In milliseconds; the clock of this machine that never jumps, by default. */
  now?: (() => number) | undefined;
}

/**
 * Airtable's limit on one base: over the allowed number in any second, and for `lockoutMs` after it,
 * every request is refused. Refused requests neither count nor extend the lock-out.
 *
 * @returns a function that says whether the request arriving now may go on
 */
export function createRateLimit({
  requestsPerSecond,
  lockoutMs,
  now: clock = () => performance.now(),
}: RateLimitOptions): () => boolean {
  let recent: number[] = [];
  let lockedUntil = 0;
  return () => {
    if (requestsPerSecond === null) return true;
    const now = clock();
    if (now < lockedUntil) return false;
    recent = recent.filter((at) => now - at < 1000);
    if (recent.length >= requestsPerSecond) {
      lockedUntil = now + lockoutMs;
      return false;
    }
    recent.push(now);
    return true;
  };
}
