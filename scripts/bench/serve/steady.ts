import { followMemory } from '../memory.ts';
import { type AskedAddress, loadAddress } from './load.ts';

/** What a long, light load came to. */
interface SteadyLoad {
  growth: number;
  megabytes: readonly number[];
  answers: number;
  failed: number;
}

/**
 * Asks for everything in turn at a low rate for so many seconds, and follows the memory of the server.
 * @param aSecond requests a second, in all
 */
export async function loadSteadily(
  { origin, monitor }: { origin: string; monitor: string },
  asked: readonly AskedAddress[],
  { seconds, aSecond }: { seconds: number; aSecond: number },
): Promise<SteadyLoad> {
  let [answers, failed] = [0, 0];
  const followed = await followMemory(monitor, async (share) => {
    const shape = {
      connections: 5,
      seconds: Math.max(1, Math.round(seconds * share)),
      aSecond: Math.max(1, Math.round(aSecond / asked.length)),
    };
    const rounds = await Promise.all(asked.map((one) => loadAddress(origin, one, shape)));
    for (const round of rounds) {
      answers += Math.round(round.aSecond * shape.seconds);
      failed += round.failed;
    }
  });
  return { ...followed, answers, failed };
}
