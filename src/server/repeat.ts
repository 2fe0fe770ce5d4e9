import { setTimeout as sleep } from 'node:timers/promises';

/** Runs `work` at once and then again and again, never twice at a time. Resolves after `signal`, with the last run ended. */
export async function repeat(everyMs: number, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    const begun = performance.now();
    await work();
    const restMs = Math.max(0, everyMs - (performance.now() - begun));
    await sleep(restMs, undefined, { signal }).catch(() => undefined);
  }
}
