import type { World } from './world.ts';

/** Lets time pass until something holds, at most three quarters of an hour. */
export async function until(world: World, holds: () => Promise<boolean>): Promise<void> {
  for (let wait = 0; wait < 15 && !(await holds()); wait += 1) await world.minutes(3);
}
