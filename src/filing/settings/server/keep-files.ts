import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Database } from '../../../platform/postgres.ts';
import type { KeptOwnerFile } from '../kept-files.ts';
import { readOwnerFile, readOwnerFiles } from './owner-files.ts';

/** The files of rows for a build, with their bytes in the cache `folder`. */
export async function keepOwnerFiles(db: Database, folder: string): Promise<KeptOwnerFile[]> {
  const place = resolve(folder, 'tep');
  const files = await readOwnerFiles(db);
  const kept: KeptOwnerFile[] = [];
  for (const file of files) {
    const path = join(place, file.sha256);
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    const bytes = isThere ? null : await readOwnerFile(db, file.id);
    if (bytes) {
      await mkdir(place, { recursive: true });
      await writeFile(`${path}.part`, bytes);
      await rename(`${path}.part`, path);
    }
    // A row that lost its file since: the next build shows the rest.
    if (isThere || bytes) kept.push({ ...file, kept: path });
  }
  return kept;
}
