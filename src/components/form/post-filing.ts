import { readReply, type Reply } from './read-reply.ts';

/** Long enough for the longest form on the slowest line. */
const timeoutMs = 60_000;

const unreachable: Reply = {
  kind: 'later',
  title: 'Chưa gửi được vì mất kết nối',
  askedMs: 0,
};

/** Sends what the form holds, once. Never throws: a line that fails, and whoever answers in the server's place, is `later`. */
export async function postFiling(form: HTMLFormElement): Promise<Reply> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeoutMs);
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      // A file that was not sent ahead, because the code for it never came, goes along.
      body: new FormData(form),
      signal: stop.signal,
    });
    return await readReply(answer);
  } catch {
    return unreachable;
  } finally {
    clearTimeout(timer);
  }
}
