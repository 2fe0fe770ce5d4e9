import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { within } from '../../platform/within.ts';
import type { IndexedPage } from './read-pages.ts';
import { SearchIndexError } from './search-index-error.ts';

/** Pagefind's ready-made interfaces, which this site does not use and does not publish. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;
/** Parts that Pagefind never reads: the narrow column, and clauses inside a clause, which have separate pages. */
const excludeSelectors = ['.aside', '.clause'];
const patienceMs = 120_000;

/** Pagefind's reply; throws its errors. The wait has a limit, because a dead process never replies. */
async function reply<R extends { errors: readonly string[] }>(task: string, asked: Promise<R>): Promise<R> {
  const late = () => new SearchIndexError(task, ['Pagefind gave no answer']);
  const answer = await within(patienceMs, asked, late);
  if (answer.errors.length > 0) throw new SearchIndexError(task, answer.errors);
  return answer;
}

async function newIndex(): Promise<PagefindIndex> {
  const { index } = await reply('start', createIndex({ excludeSelectors }));
  if (!index) throw new SearchIndexError('start', ['no index was created']);
  return index;
}

/**
 * Writes an index of these pages into a folder. Their order decides between pages that match equally well.
 * @throws SearchIndexError
 */
export async function writeIndex(pages: readonly IndexedPage[], folder: string): Promise<void> {
  try {
    const index = await newIndex();
    await Promise.all(pages.map((page) => reply(`read ${page.url}`, index.addHTMLFile(page))));
    await reply('build', index.writeFiles({ outputPath: folder }));
  } finally {
    await close();
  }
  for (const name of await readdir(folder)) if (unused.test(name)) await rm(join(folder, name));
}
