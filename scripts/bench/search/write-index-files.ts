import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes the files of an index of stories, by name, into a folder. */
export async function writeIndexFiles(folder: string, index: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [name, bytes] of index) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
}
