import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { draw } from './draw.ts';
import { imageName } from './image-file.ts';
import type { Picture } from './picture.ts';
import { scene } from './scene.ts';

/** Where images outlive a build: npm leaves the folder alone, and Netlify keeps `node_modules` from build to build. */
const keptIn = 'node_modules/.cache/social-images';

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** The PNG of a picture: as an earlier build drew it, else drawn now and kept in `folder`. */
export async function keptImage(picture: Picture, folder = keptIn): Promise<Buffer<ArrayBuffer>> {
  const file = join(folder, `${imageName(picture)}.png`);
  try {
    return await readFile(file);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
  const image = await draw(scene(picture));
  await mkdir(folder, { recursive: true });
  // Under a name of its own first: another build may read at this moment.
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, image);
  await rename(unfinished, file);
  return image;
}

/** Forgets the images that a site does not show: replaced, or of stories that were withdrawn. */
export async function forgetOthers(shown: ReadonlySet<string>, folder = keptIn): Promise<void> {
  for (const file of await readdir(folder))
    if (!shown.has(file)) await rm(join(folder, file), { force: true });
}
