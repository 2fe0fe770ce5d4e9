import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { someAtATime } from '../../../platform/map-in-batches.ts';

/** Files written at once. */
const atOnce = 64;

declare global {
  /** Those of the build of this process, by name: they are too many to be routes. Null before its pages are known. */
  var storyIndexFiles: ReadonlyMap<string, Uint8Array> | null | undefined;
}

/** Writes the files of an index of stories, by name, into a folder. */
export async function writeIndexFiles(folder: string, index: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const files = [...index];
  const folders = new Set(files.map(([name]) => dirname(join(folder, name))));
  for (const each of folders) await mkdir(each, { recursive: true });
  await someAtATime(files, atOnce, ([name, bytes]) => writeFile(join(folder, name), bytes));
}
