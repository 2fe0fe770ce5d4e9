import { createHash } from 'node:crypto';
import { cp, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';

const isOtherDisk = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EXDEV';

/** Moves a folder to a place that is free, on another disk as well. */
async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!isOtherDisk(error)) throw error;
    await cp(from, to, { recursive: true });
  }
}

/**
 * Builds into a folder of the project, then moves what was built to `outDir`. Astro renames files from a folder in the project to
 * the one that it builds into, which fails where these lie on two disks; and a unit of systemd sees each folder that it may write as
 * a disk of its own.
 * @param build builds into the folder that it gets
 */
export async function buildAside(outDir: string, build: (folder: string) => Promise<void>): Promise<void> {
  const digest = createHash('sha256').update(resolve(outDir)).digest('hex');
  const aside = resolve('.astro', `site-${digest.slice(0, 12)}`);
  await rm(aside, { recursive: true, force: true });
  try {
    await build(aside);
    await moveFolder(aside, outDir);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
