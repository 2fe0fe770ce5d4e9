import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildAside } from './build-aside.ts';

/** Thrown if a build fails, with the last lines that it printed. What was served before is served on. */
export class SiteBuildError extends Error {
  override readonly name = 'SiteBuildError';
}

/** Builds the site into a folder. Rejects with SiteBuildError; an aborted build is ended first. */
export type RunBuild = (outDir: string, signal: AbortSignal) => Promise<void>;

const shownLines = 25;

async function astroBuild(outDir: string, signal: AbortSignal): Promise<void> {
  const astro = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Astro would send statistics abroad, and write into the home folder of a user who may have none.
    // What it says goes into the log, where colours are noise.
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: undefined },
    signal,
  });
  const said: string[] = [];
  const listen = (chunk: Buffer) => void said.push(chunk.toString());
  astro.stdout.on('data', listen);
  astro.stderr.on('data', listen);
  const [code] = await once(astro, 'close');
  if (code === 0) return;
  throw new SiteBuildError(
    `The site was not built:\n${said.join('').split('\n').slice(-shownLines).join('\n')}`,
  );
}

/** Runs `astro build` as a process of its own, so that its memory is free again after it. */
export const runAstro: RunBuild = (outDir, signal) =>
  buildAside(outDir, (folder) => astroBuild(folder, signal));
