import { faults } from './faults/faults.ts';
import { brokenInvariants } from './invariants.ts';
import { seeded } from './random.ts';
import type { Size, Step } from './step.ts';
import { steps } from './steps.ts';
import { startWorld, type World } from './world.ts';

/** How a season is played. */
interface SeasonOptions {
  /** An empty database. */
  databaseUrl: string;
  seed: number;
  size: Size;
  /** Steps after those of every season, and what must hold after them. */
  more?: { steps: readonly Step[]; broken: (world: World) => Promise<string[]> };
  /** How many times the faults come, each once in a round, in a random order. */
  rounds: number;
  say: (line: string) => void;
}

/** Minutes in which everything that was retried later comes to its end. */
const settling = { days: 1, minutes: 12 };

/** Plays a season, faults between the steps, and resolves with what does not hold at its end. */
export async function playSeason(options: SeasonOptions): Promise<string[]> {
  const { databaseUrl, seed, size, rounds, say, more } = options;
  const all = [...steps, ...(more?.steps ?? [])];
  const random = seeded(seed);
  const world = await startWorld(databaseUrl, random);
  const waiting = Array.from({ length: rounds }, () => faults).flat();
  const aStep = Math.ceil(waiting.length / (all.length - 1));
  for (const [at, step] of all.entries()) {
    say(step.name);
    await step.play(world, size);
    for (let count = 0; count < aStep && at > 0; count += 1) {
      const [fault] = waiting.splice(random.below(waiting.length), 1);
      if (!fault) break;
      say(`  fault: ${fault.name}`);
      await fault.play(world);
    }
  }
  await world.moveOn(settling.days * 24 * 60 * 60_000);
  await world.minutes(settling.minutes);
  say(`${world.mailServer.arrived.length} letters arrived, and ${world.blobs.held.size} files are kept`);
  const broken = [...(await brokenInvariants(world)), ...((await more?.broken(world)) ?? [])];
  await world.end();
  return broken;
}
