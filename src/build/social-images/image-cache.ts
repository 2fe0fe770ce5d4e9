import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { putFile } from '../../platform/files/link-or-copy.ts';
import { someAtATime } from '../../platform/map-in-batches.ts';
import { draw } from './draw.ts';
import { imageName } from './image-file.ts';
import type { Picture } from './picture.ts';
import { scene } from './scene.ts';

/** Files put in place at once. */
const atOnce = 64;

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Sees to it that the PNG of a picture is in `folder`, which exists: as an earlier build drew it, else drawn now. */
export async function keepImage(picture: Picture, folder: string): Promise<void> {
  const file = join(folder, `${imageName(picture)}.png`);
  if (await isThere(file)) return;
  const image = await draw(scene(picture));
  // Under a name of its own first: another build may read at this moment.
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, image);
  await rename(unfinished, file);
}

/** Puts the images of a site into its folder `shownIn`, and forgets the kept ones that it does not show. */
export async function showImages(names: ReadonlySet<string>, shownIn: string, folder: string): Promise<void> {
  await mkdir(shownIn, { recursive: true });
  await someAtATime([...names], atOnce, (name) => putFile(join(folder, name), join(shownIn, name)));
  for (const file of await readdir(folder))
    if (!names.has(file)) await rm(join(folder, file), { force: true });
}
