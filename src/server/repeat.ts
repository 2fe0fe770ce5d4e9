import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves after this many milliseconds, or earlier: when the signal is aborted, or when there is work. */
export type Rest = (ms: number, signal: AbortSignal) => Promise<void>;

const restFully: Rest = (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined);

/** Runs `work` at once and then again and again, never twice at a time. Resolves after `signal`, with the last run ended. */
export async function repeat(
  everyMs: number,
  signal: AbortSignal,
  work: () => Promise<void>,
  rest: Rest = restFully,
): Promise<void> {
  while (!signal.aborted) {
    const begun = performance.now();
    await work();
    await rest(Math.max(0, everyMs - (performance.now() - begun)), signal);
  }
}
