import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Thrown if a build fails; the previous build is still served. */
class SiteBuildError extends Error {
  override readonly name = 'SiteBuildError';
}

async function runAstro(outDir: string): Promise<void> {
  const astro = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  astro.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  astro.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const [code] = await once(astro, 'exit');
  if (code !== 0)
    throw new SiteBuildError(`The site was not built:\n${said.join('').split('\n').slice(-25).join('\n')}`);
}

/**
 * Builds into a new folder below `folder`, then makes the link `served` point to it, so that a new build takes its place in one
 * step. The link is never the project's `dist`: a deploy from this machine would publish the link itself.
 * Throws SiteBuildError and changes nothing.
 */
export async function buildSite(folder: string, served: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await mkdir(dirname(served), { recursive: true });
  const outDir = resolve(folder, `site-${Date.now()}`);
  try {
    await runAstro(outDir);
  } catch (error) {
    await rm(outDir, { recursive: true, force: true });
    throw error;
  }
  const link = join(folder, `link-${basename(outDir)}`);
  await symlink(outDir, link);
  await rename(link, served);
  for (const name of await readdir(folder)) {
    if (name !== basename(outDir)) await rm(join(folder, name), { recursive: true, force: true });
  }
}
