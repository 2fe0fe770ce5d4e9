import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { StoryIndex } from './index-reader.ts';
import { type TextIds, textIdsName } from './text-tier.ts';

const fragmentName = /^(.+)\.pf_fragment$/;
const fragmentStart = 'pagefind_dcd';

/** Pagefind's id of each page, by the page's address. */
async function idsByUrl(folder: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const name of await readdir(folder)) {
    const id = fragmentName.exec(name)?.[1];
    if (!id) continue;
    const text = gunzipSync(await readFile(join(folder, name))).toString('utf8');
    const page: { url: string } = JSON.parse(text.slice(fragmentStart.length));
    ids.set(page.url, id);
  }
  return ids;
}

/**
 * Writes which of Pagefind's pages is which story of the index in `<distDir>/chi-muc`, as `TextIds`, to `<distDir>/pagefind`. A built
 * site without that index gets none.
 */
export async function writeTextIds(distDir: string): Promise<void> {
  const folder = join(distDir, 'chi-muc');
  if (!existsSync(folder)) return;
  const index = await StoryIndex.open(async (name) => new Uint8Array(await readFile(join(folder, name))));
  const { edition, stories } = index.root;
  const cards = await index.cards(Array.from({ length: stories }, (_, doc) => doc));
  const ids = stories > 0 ? await idsByUrl(join(distDir, 'pagefind', 'fragment')) : new Map<string, string>();
  const list: TextIds = { edition, ids: cards.map(({ url }) => ids.get(url) ?? '-').join(' ') };
  await writeFile(join(distDir, 'pagefind', textIdsName), JSON.stringify(list));
}
