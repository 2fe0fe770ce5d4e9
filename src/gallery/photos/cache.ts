import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readEnv } from '../../platform/env.ts';
import type { Drawn } from './draw.ts';
import { type PhotoSize, photoSizeSchema } from './drawn-sizes.ts';

/** Kept between builds, in the one folder where a builder may write. Change the number to draw all pictures again. */
export const photoCache = resolve(readEnv().BUILD_CACHE, 'photos-2');

/** Where a drawn file is kept. */
export const cachedPhoto = (digest: string, size: number | string, folder = photoCache): string =>
  join(folder, `${digest}-${size}.jpg`);

const sizeFile = (folder: string, digest: string) => join(folder, `${digest}.json`);

/** The size of a picture drawn before, or null. */
export async function readSize(digest: string, folder = photoCache): Promise<PhotoSize | null> {
  const text = await readFile(sizeFile(folder, digest), 'utf8').catch(() => null);
  return text === null ? null : photoSizeSchema.parse(JSON.parse(text));
}

/** Caches a drawn picture. Writes the size last: a picture with a size is complete. */
export async function keepDrawn(digest: string, drawn: Drawn, folder = photoCache): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { size, bytes } of [...drawn.files, ...drawn.crops])
    await writeFile(cachedPhoto(digest, size, folder), bytes);
  const { width, height, original } = drawn;
  await writeFile(join(folder, `${digest}.part`), JSON.stringify({ width, height, original }));
  await rename(join(folder, `${digest}.part`), sizeFile(folder, digest));
}

/** How long unused pictures stay: a build that runs at the same time may still need them. */
const keptMs = 60 * 60_000;

/** Deletes cached files of pictures that the site no longer shows. */
export async function forgetDrawn(shown: ReadonlySet<string>, folder = photoCache): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => !shown.has(each.slice(0, 64)))) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > keptMs) await rm(path, { force: true });
  }
}
