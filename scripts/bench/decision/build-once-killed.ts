import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type ServedBuild, servedBuildSchema } from '../../../src/back-office/sync/served-build.ts';
import { runAstro } from '../../../src/server/builds/run-astro.ts';

/** After so long the first build is killed, in the middle of its work. */
const killedAfterMs = 10_000;

/** Builds the site into a folder: once until it is killed, then again at once, as the builder of an own server does. */
export async function buildOnceKilled(outDir: string): Promise<{ served: ServedBuild; shown: number }> {
  const killed = await runAstro(outDir, AbortSignal.timeout(killedAfterMs)).then(
    () => false,
    () => true,
  );
  if (!killed) throw new Error('The first build ended before it was killed.');
  await runAstro(outDir, new AbortController().signal);
  const said = await readFile(join(outDir, 'api/v1/build.json'), 'utf8');
  const stories = await readFile(join(outDir, 'api/v1/dien-hinh.json'), 'utf8');
  return {
    served: servedBuildSchema.parse(JSON.parse(said)),
    shown: z.looseObject({ total: z.number() }).parse(JSON.parse(stories)).total,
  };
}
