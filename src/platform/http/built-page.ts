import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Reads a page of the built site, by its address. The files travel with the functions (`included_files` in
 * netlify.toml). Throws when the page is missing: callers pass only addresses written in the code.
 */
export function readBuiltPage(path: string): Promise<string> {
  return readFile(join(process.cwd(), 'dist', path, 'index.html'), 'utf8');
}
