import { readVitals } from './serve/vitals.ts';

const parts = 10;

const middle = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Reads the memory of a server ten times, each time after a part of the load. `growth` compares the last three readings with the
 * three in the middle: in the first ones a process takes what it needs.
 */
export async function followMemory(
  monitor: string,
  loadPart: (share: number) => Promise<unknown>,
): Promise<{ growth: number; megabytes: number[] }> {
  const megabytes: number[] = [];
  while (megabytes.length < parts) {
    await loadPart(1 / parts);
    megabytes.push(Math.round((await readVitals(monitor)).residentMegabytes));
  }
  return { growth: middle(megabytes.slice(-3)) / middle(megabytes.slice(3, 6)), megabytes };
}
