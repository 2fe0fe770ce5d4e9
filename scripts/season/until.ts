import type { World } from './world.ts';

/** Lets time pass until something holds, at most two hours: two builds may be killed in a row. */
export async function until(world: World, holds: () => Promise<boolean>): Promise<void> {
  for (let wait = 0; wait < 40 && !(await holds()); wait += 1) await world.minutes(3);
}
