/** How a proof of work ended: with its solution as it is filed, or not. */
export type Proven = { altcha: string } | 'stopped' | 'impossible';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The longest way to the solution, in tries, as the challenge says it. */
function mostTries({ parameters }: Record<string, unknown>): number {
  const data = isObject(parameters) && isObject(parameters.data) ? parameters.data : {};
  return Number(data.most) || Number.POSITIVE_INFINITY;
}

/**
 * Solves a challenge in a worker, so that the page stays at hand. `progress` is told the share that is done, from 0 to 1.
 * “impossible” where the browser has no workers or no cryptography.
 */
export function solve(
  challenge: Record<string, unknown>,
  { stop, progress }: { stop: AbortSignal; progress: (share: number) => void },
): Promise<Proven> {
  const { promise, resolve } = Promise.withResolvers<Proven>();
  try {
    const worker = new Worker(new URL('./solver.ts', import.meta.url), { type: 'module' });
    const end = (outcome: Proven) => {
      worker.terminate();
      resolve(outcome);
    };
    stop.addEventListener('abort', () => end('stopped'));
    worker.addEventListener('error', () => end('impossible'));
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (!isObject(data)) return;
      if (typeof data.tries === 'number') progress(data.tries / mostTries(challenge));
      else if (isObject(data.solution))
        end({ altcha: btoa(JSON.stringify({ challenge, solution: data.solution })) });
      else end('impossible');
    });
    worker.postMessage(challenge);
  } catch {
    resolve('impossible');
  }
  return promise;
}
