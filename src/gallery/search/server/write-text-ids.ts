import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rootName } from '../../../search/files.ts';
import { ShardedIndex } from '../../../search/sharded-index.ts';
import { type TextIds, textIdsName } from '../../../search/text-tier.ts';
import { isCard } from '../card.ts';

/**
 * Maps Pagefind's pages to the stories of the index in `<distDir>/chi-muc`, and writes the map as `TextIds` to
 * `<distDir>/pagefind`. Writes nothing for a site without that index.
 * @param ids Pagefind's id of each page, by the page's address
 */
export async function writeTextIds(distDir: string, ids: ReadonlyMap<string, string>): Promise<void> {
  const folder = join(distDir, 'chi-muc');
  if (!existsSync(join(folder, rootName))) return;
  const index = await ShardedIndex.open(
    async (name) => new Uint8Array(await readFile(join(folder, name))),
    isCard,
  );
  const { edition } = index.root;
  const cards = await index.cards(Array.from({ length: index.size }, (_, doc) => doc));
  const list: TextIds = { edition, ids: cards.map(({ url }) => ids.get(url) ?? '-').join(' ') };
  await writeFile(join(distDir, 'pagefind', textIdsName), JSON.stringify(list));
}
