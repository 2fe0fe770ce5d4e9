/** The outcome of a proof of work: the solution to send along, or why there is none. */
export type Proven = { altcha: string } | 'stopped' | 'impossible';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The most tries that the solution can take, as the challenge states. */
function mostTries({ parameters }: Record<string, unknown>): number {
  const data = isObject(parameters) && isObject(parameters.data) ? parameters.data : {};
  return Number(data.most) || Number.POSITIVE_INFINITY;
}

/** A worker reports progress several times a second; after this much silence it counts as broken. */
const silenceMs = 20_000;

/**
 * Solves a challenge in a worker, so the page stays responsive. `progress` receives the finished share, from 0 to 1. Returns
 * “impossible” where the browser lacks workers or cryptography, or the worker does not answer.
 */
export async function solve(
  challenge: Record<string, unknown>,
  { stop, progress }: { stop: AbortSignal; progress: (share: number) => void },
): Promise<Proven> {
  const work = (end: (outcome: Proven) => void, isAlive: () => void): Worker => {
    const worker = new Worker(new URL('./solver.ts', import.meta.url), { type: 'module' });
    stop.addEventListener('abort', () => end('stopped'));
    for (const fault of ['error', 'messageerror']) worker.addEventListener(fault, () => end('impossible'));
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      isAlive();
      if (!isObject(data)) return;
      if (typeof data.tries === 'number') progress(data.tries / mostTries(challenge));
      else if (isObject(data.solution))
        end({ altcha: btoa(JSON.stringify({ challenge, solution: data.solution })) });
      else end('impossible');
    });
    worker.postMessage(challenge);
    return worker;
  };
  let worker: Worker | undefined;
  let silence = 0;
  try {
    return await new Promise<Proven>((resolve) => {
      const isAlive = () => {
        clearTimeout(silence);
        silence = window.setTimeout(() => resolve('impossible'), silenceMs);
      };
      isAlive();
      worker = work(resolve, isAlive);
    });
  } catch {
    return 'impossible';
  } finally {
    clearTimeout(silence);
    worker?.terminate();
  }
}
