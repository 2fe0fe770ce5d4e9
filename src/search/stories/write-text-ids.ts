import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { StoryIndex } from './index-reader.ts';
import { type TextIds, textIdsName } from './text-tier.ts';

/** A file of Pagefind's index, before it is written. */
interface PagefindFile {
  path: string;
  content: Uint8Array;
}

const fragmentName = /^fragment\/(.+)\.pf_fragment$/;
const fragmentStart = 'pagefind_dcd';

/** Pagefind's id of each page, by the page's address. */
function idsByUrl(files: readonly PagefindFile[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { path, content } of files) {
    const id = fragmentName.exec(path)?.[1];
    if (!id) continue;
    const page: { url: string } = JSON.parse(
      gunzipSync(content).toString('utf8').slice(fragmentStart.length),
    );
    ids.set(page.url, id);
  }
  return ids;
}

/**
 * Writes which of Pagefind's pages is which story of the index in `<distDir>/chi-muc`, as `TextIds`, to `<distDir>/pagefind`. A built
 * site without that index gets none.
 */
export async function writeTextIds(distDir: string, files: readonly PagefindFile[]): Promise<void> {
  const folder = join(distDir, 'chi-muc');
  if (!existsSync(folder)) return;
  const index = await StoryIndex.open(async (name) => new Uint8Array(await readFile(join(folder, name))));
  const { edition, stories } = index.root;
  const cards = await index.cards(Array.from({ length: stories }, (_, doc) => doc));
  const ids = idsByUrl(files);
  const list: TextIds = { edition, ids: cards.map(({ url }) => ids.get(url) ?? '-').join(' ') };
  await writeFile(join(distDir, 'pagefind', textIdsName), JSON.stringify(list));
}
