import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from './digest.ts';

/** Files that shape every page, besides the page's own data. A change in one of them renders all pages again. */
const sources = [
  'src',
  'content',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** The settings of a build that pages depend on. */
export interface Surroundings {
  siteUrl: string;
  /** `YYYY-MM-DD` in Việt Nam. Pages depend on the day because they announce planned stops until a given day. */
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
 * A digest of files and of all files in folders, over their paths and their bytes.
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

/** A digest of everything that shapes pages, except their own data. `root` is the folder of the project. */
export const digestOfSurroundings = async (
  surroundings: Surroundings,
  root = process.cwd(),
): Promise<string> => digestOf(surroundings, process.version, await digestOfSources(sources, root));
