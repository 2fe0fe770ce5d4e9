import { fileDuring } from '../../../tests/fixtures/ground/filings.ts';
import type { HeldServer } from '../../../tests/fixtures/ground/start-held.ts';
import { loadAddress } from '../serve/load.ts';

const parts = 10;
const megabyte = 1024 * 1024;

async function residentMegabytes(monitor: string): Promise<number> {
  const metrics = await (await fetch(`${monitor}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]) / megabyte;
}

const middle = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Reads the memory of a server ten times while pages and filings are asked of it. `growth` compares the last three readings with
 * the three in the middle: in the first ones a process takes what it needs.
 */
export async function followMemory(
  { origin, monitor }: HeldServer,
  seconds: number,
): Promise<{ growth: number; megabytes: number[] }> {
  const megabytes: number[] = [];
  const page = { path: '/ke-hoach/', status: 200, headers: { 'accept-encoding': 'gzip' } };
  await fileDuring([origin], 20, async () => {
    while (megabytes.length < parts) {
      await loadAddress(origin, page, { connections: 10, seconds: seconds / parts });
      megabytes.push(Math.round(await residentMegabytes(monitor)));
    }
  });
  return { growth: middle(megabytes.slice(-3)) / middle(megabytes.slice(3, 6)), megabytes };
}
