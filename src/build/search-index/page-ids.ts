import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const fragmentName = /^(.+)\.pf_fragment$/;
const fragmentStart = 'pagefind_dcd';

/** Pagefind's id of each page of an index on disk, by the page's address. */
export async function idsOfPages(folder: string): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  const fragments = join(folder, 'fragment');
  for (const name of await readdir(fragments).catch(() => [])) {
    const id = fragmentName.exec(name)?.[1];
    if (!id) continue;
    const text = gunzipSync(await readFile(join(fragments, name))).toString('utf8');
    const page: { url: string } = JSON.parse(text.slice(fragmentStart.length));
    ids[page.url] = id;
  }
  return ids;
}
