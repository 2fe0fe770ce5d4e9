import { copyFile, link, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Whether a file that should be read is not there. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** One file under two names, or a copy where that cannot be. Throws when `from` is not there. */
export async function putFile(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await link(from, to);
  } catch (error) {
    if (isMissing(error)) throw error;
    await copyFile(from, to);
  }
}
