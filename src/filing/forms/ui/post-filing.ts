import { proofName, tookName } from '../../definitions/carried.ts';
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
 * Sends what the form holds and how long its page was open, with the solution of a challenge or none, once. A line that fails or
 * never answers, and whoever answers in the server's place, is `later`. Throws where the browser cannot send in the background.
 */
export async function postFiling(form: HTMLFormElement, altcha = ''): Promise<Reply> {
  const stop = new AbortController();
  let timer = 0;
  const patience = new Promise<Reply>((resolve) => {
    timer = window.setTimeout(() => {
      resolve(unreachable);
      stop.abort();
    }, timeoutMs);
  });
  // A file that was not sent ahead, because the code for it never came, goes along.
  const body = new FormData(form);
  body.append(tookName, String(Math.round(performance.now())));
  if (altcha) body.append(proofName, altcha);
  const answer = fetch(form.action, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body,
    signal: stop.signal,
  }).then(readReply);
  const reply = await Promise.race([answer.catch(() => unreachable), patience]);
  clearTimeout(timer);
  return reply;
}
