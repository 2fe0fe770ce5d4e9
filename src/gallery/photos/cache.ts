import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Drawn } from './draw.ts';

/** Kept by the platform between builds. Another number where pictures are to be drawn anew. */
export const photoCache = resolve('node_modules/.cache/photos-1');

const sizeSchema = z.object({ width: z.number(), height: z.number() });

/** How large a drawn picture is, in pixels. */
export type PhotoSize = z.infer<typeof sizeSchema>;

/** Where a drawn file is kept. */
export const cachedPhoto = (digest: string, width: number, folder = photoCache): string =>
  join(folder, `${digest}-${width}.jpg`);

const sizeFile = (folder: string, digest: string) => join(folder, `${digest}.json`);

/** The size of a picture drawn before, or null. */
export async function readSize(digest: string, folder = photoCache): Promise<PhotoSize | null> {
  const text = await readFile(sizeFile(folder, digest), 'utf8').catch(() => null);
  return text === null ? null : sizeSchema.parse(JSON.parse(text));
}

/** Keeps a drawn picture: its size last, for what has a size is complete. */
export async function keepDrawn(digest: string, drawn: Drawn, folder = photoCache): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { width, bytes } of drawn.files) await writeFile(cachedPhoto(digest, width, folder), bytes);
  const { width, height } = drawn;
  await writeFile(join(folder, `${digest}.part`), JSON.stringify({ width, height }));
  await rename(join(folder, `${digest}.part`), sizeFile(folder, digest));
}

/** A build that runs beside this one may still need what it drew. */
const keptMs = 60 * 60_000;

/** Forgets what was drawn of pictures that the site no longer shows. */
export async function forgetDrawn(shown: ReadonlySet<string>, folder = photoCache): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => !shown.has(each.slice(0, 64)))) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > keptMs) await rm(path, { force: true });
  }
}
