import { glob, readdir, readFile, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { close, createIndex } from 'pagefind';
import { htmlToShadow } from './shadow.ts';
import { placeTones } from './tone-placement.ts';

/** Pagefind's ready-made interfaces, which this site does not use and does not publish. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Pagefind could not read a page or write its index. The build must stop: search would lie by leaving out. */
export class SearchIndexError extends Error {
  constructor(task: string, errors: readonly string[]) {
    super(`Pagefind could not ${task}: ${errors.join('; ')}`);
    this.name = 'SearchIndexError';
  }
}

function accept(task: string, { errors }: { errors: readonly string[] }): void {
  if (errors.length > 0) throw new SearchIndexError(task, errors);
}

/** `dien-hinh/x/index.html` → `/dien-hinh/x/`. */
const addressOf = (file: string): string => `/${file.split(sep).join('/').replace(/index\.html$/, '')}`;

async function fill(distDir: string): Promise<number> {
  const created = await createIndex();
  accept('start', created);
  const { index } = created;
  if (!index) throw new SearchIndexError('start', ['no index was created']);
  let pages = 0;
  for (const file of (await Array.fromAsync(glob('**/*.html', { cwd: distDir }))).toSorted()) {
    const html = await readFile(join(distDir, file), 'utf8');
    if (!html.includes('data-pagefind-body')) continue;
    const url = addressOf(file);
    accept(`read ${url}`, await index.addHTMLFile({ url, content: htmlToShadow(placeTones(html)) }));
    pages += 1;
  }
  const outputPath = join(distDir, 'pagefind');
  accept('write its files', await index.writeFiles({ outputPath }));
  for (const file of await readdir(outputPath)) if (unused.test(file)) await rm(join(outputPath, file));
  return pages;
}

/**
 * Writes the search index of a built site to `<distDir>/pagefind`, from every page that has
 * `data-pagefind-body`, in the index's own spelling. Returns the number of pages.
 * @throws SearchIndexError when Pagefind reports a fault
 */
export async function indexPages(distDir: string): Promise<number> {
  try {
    return await fill(distDir);
  } finally {
    await close();
  }
}
