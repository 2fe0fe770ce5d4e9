import { proofName, tookName } from '../../schemas/forms/carried.ts';
import { readReply, type Reply, type Settled } from './read-reply.ts';

/** Long enough for the longest form on the slowest line. */
const timeoutMs = 60_000;

/** The line failed, or whoever answered was not the server. */
export const unreachable: Settled = {
  kind: 'later',
  title: 'Chưa gửi được vì mất kết nối',
  askedMs: 0,
};

/**
 * Sends what the form holds and how long its page was open, with the solution of a challenge or none, once. Never throws: a
 * line that fails, and whoever answers in the server's place, is `later`.
 */
export async function postFiling(form: HTMLFormElement, altcha = ''): Promise<Reply> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeoutMs);
  // A file that was not sent ahead, because the code for it never came, goes along.
  const body = new FormData(form);
  body.append(tookName, String(Math.round(performance.now())));
  if (altcha) body.append(proofName, altcha);
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body,
      signal: stop.signal,
    });
    return await readReply(answer);
  } catch {
    return unreachable;
  } finally {
    clearTimeout(timer);
  }
}
