import { setTimeout as sleep } from 'node:timers/promises';
import type { Rest } from '../../src/server/repeat.ts';

/** Work that repeats seldom, and often for a while after `ring`. */
export interface Alarm {
  /** Ends a rest. A ring while the work is under way is most often its own doing, and changes nothing. */
  ring: () => void;
  rest: Rest;
}

/**
 * Saves the processor the runs of a sync that finds nothing to do: what somebody changes rings the alarm.
 *
 * @param quickMs between two runs after a ring
 * @param quickForMs how long after a ring the runs are so close
 */
export function alarm(quickMs: number, quickForMs: number): Alarm {
  let quickUntil = 0;
  let resting = new AbortController();
  return {
    ring: () => resting.abort(),
    rest: async (ms, signal) => {
      resting = new AbortController();
      const isQuick = performance.now() < quickUntil;
      const either = AbortSignal.any([signal, resting.signal]);
      await sleep(isQuick ? Math.min(ms, quickMs) : ms, undefined, { signal: either }).catch(() => undefined);
      if (resting.signal.aborted) quickUntil = performance.now() + quickForMs;
      // The next ring belongs to the next rest.
      resting.abort();
    },
  };
}
