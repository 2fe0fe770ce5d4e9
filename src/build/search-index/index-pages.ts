import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeTextIds } from '../../gallery/search/server/write-text-ids.ts';
import { pageIds } from './page-ids.ts';
import { readIndexedPages } from './read-pages.ts';
import { SearchIndexError } from './search-index-error.ts';
import { writeIndex } from './write-index.ts';

/**
 * Writes the search index of a built site to `<distDir>/pagefind`, from every page that is `searchable`,
 * in the index's own spelling. Returns the number of pages.
 * @throws SearchIndexError when Pagefind reports a fault, falls silent, or a file cannot be read or written
 */
export async function indexPages(distDir: string): Promise<number> {
  const folder = join(distDir, 'pagefind');
  try {
    await rm(folder, { recursive: true, force: true });
    const files = (await readdir(distDir, { recursive: true })).filter((file) => file.endsWith('.html'));
    await writeIndex(await readIndexedPages(distDir, files.toSorted()), folder);
    const ids = await pageIds(folder);
    await writeTextIds(distDir, ids);
    return ids.size;
  } catch (cause) {
    if (cause instanceof SearchIndexError) throw cause;
    throw new SearchIndexError('write its files', [String(cause)], { cause });
  }
}
