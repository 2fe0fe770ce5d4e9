import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoryIndex } from '../index-reader.ts';
import { type TextIds, textIdsName } from '../text-tier.ts';

/**
 * Maps Pagefind's pages to the stories of the index in `<distDir>/chi-muc`, and writes the map as `TextIds` to
 * `<distDir>/pagefind`. Writes nothing for a site without that index.
 * @param ids Pagefind's id of each page, by the page's address
 */
export async function writeTextIds(distDir: string, ids: ReadonlyMap<string, string>): Promise<void> {
  const folder = join(distDir, 'chi-muc');
  if (!existsSync(folder)) return;
  const index = await StoryIndex.open(async (name) => new Uint8Array(await readFile(join(folder, name))));
  const { edition, stories } = index.root;
  const cards = await index.cards(Array.from({ length: stories }, (_, doc) => doc));
  const list: TextIds = { edition, ids: cards.map(({ url }) => ids.get(url) ?? '-').join(' ') };
  await writeFile(join(distDir, 'pagefind', textIdsName), JSON.stringify(list));
}
