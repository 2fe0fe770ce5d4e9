import { setTimeout as sleep } from 'node:timers/promises';

/** Runs `work` again and again, never twice at once. Resolves with what ends it, after the run under way. */
export function keepRepeating(everyMs: number, work: () => Promise<void>): () => Promise<void> {
  const stop = new AbortController();
  const loop = async () => {
    while (!stop.signal.aborted) {
      await work();
      await sleep(everyMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return async () => {
    stop.abort();
    await running;
  };
}
