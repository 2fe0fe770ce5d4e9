import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** `sha256sum -c SHA256SUMS` checks a backup without this project. */
const sumsFile = 'SHA256SUMS';

/** Files of a backup are missing or are not as they were written. */
export class DamagedBackupError extends Error {
  override readonly name = 'DamagedBackupError';
}

async function sha256OfFile(file: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(file), digest);
  return digest.digest('hex');
}

/** Writes the digests of all files of a folder beside them. */
export async function writeChecksums(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name !== sumsFile).toSorted();
  const lines = await Promise.all(
    names.map(async (name) => `${await sha256OfFile(join(folder, name))}  ${name}\n`),
  );
  await writeFile(join(folder, sumsFile), lines.join(''), { mode: 0o600 });
}

/** Rejects with DamagedBackupError when a file is not as it was written. */
export async function checkChecksums(folder: string): Promise<void> {
  const lines = (await readFile(join(folder, sumsFile), 'utf8')).trim().split('\n');
  for (const line of lines) {
    const [, sum, name = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    const found = await sha256OfFile(join(folder, name)).catch(() => undefined);
    if (sum === undefined || found !== sum)
      throw new DamagedBackupError(`${name || line}: missing or not as it was written. Take another backup.`);
  }
}
