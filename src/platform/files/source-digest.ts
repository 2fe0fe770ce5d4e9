import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from './digest.ts';

/** What shapes every page beside the data that it shows: a change in any of it has all pages rendered anew. */
const sources = [
  'src',
  'content',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** What a build is for, as far as pages can tell. */
export interface Surroundings {
  siteUrl: string;
  /** `YYYY-MM-DD` in Việt Nam: stops of the service are announced up to a day. */
  day: string;
}

async function filesOf(root: string, source: string): Promise<string[]> {
  if (!(await stat(join(root, source))).isDirectory()) return [source];
  const entries = await readdir(join(root, source), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

/**
 * A digest of files and of the folders' files: of their places and their bytes.
 * @param root the folder of the project, from which `sources` are named
 */
async function digestOfSources(sources: readonly string[], root = process.cwd()): Promise<string> {
  const files = (await Promise.all(sources.map((source) => filesOf(root, source)))).flat().toSorted();
  const hash = createHash('sha256');
  const texts = await Promise.all(files.map((file) => readFile(join(root, file))));
  for (const [place, text] of texts.entries())
    hash.update(`\0${files[place]}\0${text.length}\0`).update(text);
  return hash.digest('base64url');
}

/** A digest of all that shapes pages beside their own data. `root` is the folder of the project. */
export const digestOfSurroundings = async (
  surroundings: Surroundings,
  root = process.cwd(),
): Promise<string> => digestOf(surroundings, process.version, await digestOfSources(sources, root));
