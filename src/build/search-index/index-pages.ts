import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeTextIds } from '../../gallery/search/server/write-text-ids.ts';
import { pageIds } from './page-ids.ts';
import { readIndexedPages, readPageTexts } from './read-pages.ts';
import { SearchIndexError } from './search-index-error.ts';
import { writeIndex } from './write-index.ts';
import { writePageTexts } from './write-page-texts.ts';

/**
 * Completes the search of a built site: the texts of its pages beside the documents, and Pagefind's index of the stories' texts in
 * `<distDir>/pagefind`. Returns the number of stories in it.
 * @throws SearchIndexError when Pagefind reports a fault, falls silent, or a file cannot be read or written
 */
export async function indexPages(distDir: string): Promise<number> {
  const folder = join(distDir, 'pagefind');
  try {
    await rm(folder, { recursive: true, force: true });
    const files = (await readdir(distDir, { recursive: true })).filter((file) => file.endsWith('.html'));
    const sorted = files.toSorted();
    await writePageTexts(distDir, await readPageTexts(distDir, sorted));
    await writeIndex(await readIndexedPages(distDir, sorted), folder);
    const ids = await pageIds(folder);
    await writeTextIds(distDir, ids);
    return ids.size;
  } catch (cause) {
    if (cause instanceof SearchIndexError) throw cause;
    throw new SearchIndexError('write its files', [String(cause)], { cause });
  }
}
