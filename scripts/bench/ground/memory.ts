import { fileDuring } from '../../../tests/fixtures/ground/filings.ts';
import type { HeldServer } from '../../../tests/fixtures/ground/start-held.ts';
import { followMemory } from '../memory.ts';
import { loadAddress } from '../serve/load.ts';

const page = { path: '/ke-hoach/', status: 200, headers: { 'accept-encoding': 'gzip' } };

/** Reads the memory of a server ten times while pages and filings are asked of it, as fast as it answers. */
export async function memoryUnderLoad(
  { origin, monitor }: HeldServer,
  seconds: number,
): Promise<{ growth: number; megabytes: number[] }> {
  let followed = { growth: Number.NaN, megabytes: [0] };
  await fileDuring([origin], 20, async () => {
    followed = await followMemory(monitor, (share) =>
      loadAddress(origin, page, { connections: 10, seconds: seconds * share }),
    );
  });
  return followed;
}
