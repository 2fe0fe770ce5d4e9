import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { mapInChunks } from '../../platform/map-in-chunks.ts';

const extension = '.pf_fragment';
const fragmentStart = 'pagefind_dcd';
const fragmentSchema = z.object({ url: z.string() });
/** Files read at once. */
const atOnce = 128;

/** Pagefind's id of each page of an index on disk, by the page's address. An index of no page has no fragments. */
export async function pageIds(indexFolder: string): Promise<Map<string, string>> {
  const folder = join(indexFolder, 'fragment');
  const names = (await readdir(indexFolder)).includes('fragment') ? await readdir(folder) : [];
  const ids = await mapInChunks(names, atOnce, async (name): Promise<[string, string]> => {
    const text = gunzipSync(await readFile(join(folder, name))).toString('utf8');
    const { url } = fragmentSchema.parse(JSON.parse(text.slice(fragmentStart.length)));
    return [url, name.slice(0, -extension.length)];
  });
  return new Map(ids);
}
