import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A page of the built site cannot be read. */
class BuiltPageError extends Error {
  override readonly name = 'BuiltPageError';
}

/** Texts that were read, by their files, each with what tells that the file is still the same. */
const known = new Map<string, { version: string; text: string }>();

/** A new build puts another file in the place of each. */
async function readOnce(file: string): Promise<string> {
  // At once: it takes microseconds, and ten times as long through the pool of threads.
  const { ino, size, mtimeMs } = statSync(file);
  const version = `${ino} ${size} ${mtimeMs}`;
  const read = known.get(file);
  if (read?.version === version) return read.text;
  const text = await readFile(file, 'utf8');
  known.set(file, { version, text });
  return text;
}

/**
 * Reads pages and other texts of a built site by their addresses, such as `/tra-cuu/` or `/404.html`. On Netlify the files travel with the functions (`included_files` in
 * netlify.toml).
 *
 * The folder is a parameter, because the platform's bundler packs every file that a path in the code could mean: with the
 * folder's name in the path, all stories would travel with each function.
 * @param folder the built site: SITE_FOLDER
 * @returns a function that rejects with BuiltPageError when the page is missing: callers pass only addresses written in the code
 */
export const builtPageReader =
  (folder: string) =>
  async (path: string): Promise<string> => {
    const file = join(folder, /\.\w+$/.test(path) ? path : `${path}/index.html`);
    try {
      return await readOnce(file);
    } catch (cause) {
      throw new BuiltPageError(
        `${file} cannot be read. Deploy the whole build together with its functions.`,
        {
          cause,
        },
      );
    }
  };
