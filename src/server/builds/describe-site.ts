import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { getMimeType, mimes } from 'hono/utils/mime';
import { thingsFile } from '../../build/things-file.ts';
import { mapInChunks } from '../../platform/map-in-chunks.ts';
import type { Site, SiteFile } from '../files/site.ts';
import { compressFile, type Effort } from './compress.ts';

/** Files read and compressed at once. */
const atOnce = 16;

/** Files that nobody is sent: Netlify reads some, and our server the last. */
const unsent = new Set(['_headers', '_redirects', thingsFile]);

const types = {
  ...mimes,
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Type of a file of the site by its name. */
const typeOf = (file: string): string => getMimeType(file, types) ?? 'application/octet-stream';

/** The address at which a file is served: that of its folder for an `index.html`. */
const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

async function factsOf(folder: string, file: string): Promise<SiteFile> {
  const bytes = await readFile(join(folder, file));
  const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return { file, type: typeOf(file), bytes: bytes.byteLength, tag };
}

/** Describes and compresses the files of a site that was just built, by their addresses. `earlier`: the build before it. */
export async function describeSite(
  folder: string,
  effort: Effort,
  earlier: Site | undefined,
): Promise<Record<string, SiteFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !unsent.has(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
  const before = earlier && {
    site: earlier,
    byTag: new Map([...earlier.files.values()].map((file) => [file.tag, file])),
  };
  const files: Record<string, SiteFile> = {};
  await mapInChunks(names, atOnce, async (name) => {
    files[addressOf(name)] = await compressFile(folder, await factsOf(folder, name), effort, before);
  });
  return files;
}
