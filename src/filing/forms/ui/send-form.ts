import { solutionName, tookName } from '../../definitions/carried-fields.ts';
import { type Reply, readReply, type Settled } from './read-reply.ts';

/** Long enough for the longest form on the slowest line. */
const timeoutMs = 60_000;

/** The reply when the connection failed or something other than the server answered. */
export const unreachable: Settled = {
  kind: 'later',
  title: 'Chưa gửi được vì mất kết nối',
  askedMs: 0,
};

/**
 * Sends the form once, with the time its page was open and the solution of a challenge, if any. Replies `later` when the connection
 * fails, times out, or something other than the server answers. Throws where the browser cannot send in the background.
 */
export async function sendForm(form: HTMLFormElement, altcha = ''): Promise<Reply> {
  const stop = new AbortController();
  let timer = 0;
  const patience = new Promise<Reply>((resolve) => {
    timer = window.setTimeout(() => {
      resolve(unreachable);
      stop.abort();
    }, timeoutMs);
  });
  // Files that were not uploaded ahead, because the script for it never loaded, go along with the form.
  const body = new FormData(form);
  body.append(tookName, String(Math.round(performance.now())));
  if (altcha) body.append(solutionName, altcha);
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
