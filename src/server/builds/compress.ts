import { link, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Site, SiteFile } from '../files/site.ts';

const compressible =
  /^(?:text\/|image\/svg\+xml|application\/(?:json|problem\+json|ld\+json|xml|rss\+xml|atom\+xml|manifest\+json|wasm))/;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Whether an answer of this media type becomes smaller; parameters of the type do not count. */
export const isCompressible = (type: string): boolean => compressible.test(type);

/** How hard a build tries: quality of Brotli (0–11) and level of gzip (1–9). */
export interface Effort {
  brotli: number;
  gzip: number;
}

async function reuse(earlier: Site, from: SiteFile, path: string): Promise<Pick<SiteFile, 'br' | 'gzip'>> {
  const { br, gzip: gz } = from;
  if (br !== undefined) await link(join(earlier.folder, `${from.file}.br`), `${path}.br`);
  if (gz !== undefined) await link(join(earlier.folder, `${from.file}.gz`), `${path}.gz`);
  return { ...(br !== undefined && { br }), ...(gz !== undefined && { gzip: gz }) };
}

/**
 * Writes compressed copies beside a file, where they are smaller, and resolves with their sizes. A file with the same content in
 * an earlier build gives its copies.
 */
export async function compressFile(
  folder: string,
  file: SiteFile,
  effort: Effort,
  earlier: { site: Site; byTag: ReadonlyMap<string, SiteFile> } | undefined,
): Promise<SiteFile> {
  if (!isCompressible(file.type)) return file;
  const path = join(folder, file.file);
  const same = earlier?.byTag.get(file.tag);
  if (earlier && same) {
    const reused = await reuse(earlier.site, same, path).catch(() => undefined);
    if (reused) return { ...file, ...reused };
  }
  const bytes = await readFile(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: effort.brotli,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
  };
  const [br, gz] = await Promise.all([brotli(bytes, { params }), gzipped(bytes, { level: effort.gzip })]);
  const described = { ...file };
  for (const [name, suffix, copy] of [
    ['br', '.br', br],
    ['gzip', '.gz', gz],
  ] as const) {
    if (copy.byteLength >= bytes.byteLength) continue;
    await writeFile(`${path}${suffix}`, copy);
    described[name] = copy.byteLength;
  }
  return described;
}
