const firstPauseMs = 5_000;
const longestPauseMs = 300_000;

/** Pause before a retry: 5 s, 10 s, 20 s … 5 minutes, and never less than the server asked. */
export function pauseBefore(tries: number, askedMs = 0): number {
  return Math.max(askedMs, Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(tries, 10)));
}

/** `Retry-After` in milliseconds, written as seconds or as a date; 0 without a valid value. RFC 9110, 10.2.3 */
export function retryAfterMs(header: string | null, now: Date): number {
  const written = header?.trim() ?? '';
  if (/^\d{1,6}$/.test(written)) return Number(written) * 1000;
  const at = Date.parse(written);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime());
}

/** A pause as people say it: “10 giây”, “2 phút”. */
export function sayPause(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? `${seconds} giây` : `${Math.round(seconds / 60)} phút`;
}
