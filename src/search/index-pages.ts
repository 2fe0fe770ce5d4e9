import { glob, readdir, readFile, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { searchable } from './sections.ts';
import { htmlToShadow } from './shadow.ts';
import { writeTextIds } from './stories/write-text-ids.ts';
import { placeTones } from './tone-placement.ts';

/** Pagefind's ready-made interfaces, which this site does not use and does not publish. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;
/** The narrow column, and the clauses inside a clause, which have pages of their own. */
const besides = ['.aside', '.clause'];
const patienceMs = 120_000;
/** Pages read at once, while the ones before are taken in. */
const atOnce = 128;

/** The index could not be made. The build must stop: a search that leaves pages out would lie. */
export class SearchIndexError extends Error {
  constructor(task: string, reasons: readonly string[], options?: ErrorOptions) {
    super(`The search index failed to ${task}: ${reasons.join('; ')}`, options);
    this.name = 'SearchIndexError';
  }
}

/** Pagefind's reply without its faults. When its process dies it never replies, so waiting has an end. */
async function reply<R extends { errors: readonly string[] }>(task: string, asked: Promise<R>): Promise<R> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SearchIndexError(task, ['Pagefind gave no answer'])), patienceMs);
  });
  const answer = await Promise.race([asked, silence]).finally(() => clearTimeout(timer));
  if (answer.errors.length > 0) throw new SearchIndexError(task, answer.errors);
  return answer;
}

/** `dien-hinh/x/index.html` → `/dien-hinh/x/`. */
const addressOf = (file: string): string =>
  `/${file
    .split(sep)
    .join('/')
    .replace(/index\.html$/, '')}`;

/** A page as the index takes it, or null when it is not for search. */
async function readPage(distDir: string, file: string) {
  const url = addressOf(file);
  const html = searchable(url, await readFile(join(distDir, file), 'utf8'));
  return html === null ? null : { url, content: htmlToShadow(placeTones(html)) };
}

/** Hands pages to the index in their order, which decides between pages that match alike. Returns their number. */
async function addPages(
  index: PagefindIndex,
  pages: readonly { url: string; content: string }[],
): Promise<number> {
  await Promise.all(pages.map((page) => reply(`read ${page.url}`, index.addHTMLFile(page))));
  return pages.length;
}

async function fill(distDir: string): Promise<number> {
  const { index } = await reply('start', createIndex({ excludeSelectors: besides }));
  if (!index) throw new SearchIndexError('start', ['no index was created']);
  let pages = 0;
  let taken = Promise.resolve(0);
  const files = (await Array.fromAsync(glob('**/*.html', { cwd: distDir }))).toSorted();
  for (let start = 0; start < files.length; start += atOnce) {
    const some = files.slice(start, start + atOnce);
    const read = await Promise.all(some.map((file) => readPage(distDir, file)));
    pages += await taken;
    taken = addPages(
      index,
      read.filter((page) => page !== null),
    );
    // Heard of where it is awaited; the next pages are read until then.
    taken.catch(() => undefined);
  }
  pages += await taken;
  const folder = join(distDir, 'pagefind');
  // The stories' ids are read from here: nothing of an earlier index may be left.
  await rm(join(folder, 'fragment'), { recursive: true, force: true });
  await reply('build', index.writeFiles({ outputPath: folder }));
  return pages;
}

/** Takes away what is not published, and notes which text is which story's. */
async function tidy(distDir: string): Promise<void> {
  const folder = join(distDir, 'pagefind');
  for (const name of await readdir(folder)) if (unused.test(name)) await rm(join(folder, name));
  await writeTextIds(distDir);
}

/**
 * Writes the search index of a built site to `<distDir>/pagefind`, from every page that is `searchable`,
 * in the index's own spelling. Returns the number of pages.
 * @throws SearchIndexError when Pagefind reports a fault, falls silent, or a file cannot be read or written
 */
export async function indexPages(distDir: string): Promise<number> {
  try {
    // Its process holds the whole index: gone before the next step takes memory of its own.
    const pages = await fill(distDir).finally(close);
    await tidy(distDir);
    return pages;
  } catch (cause) {
    if (cause instanceof SearchIndexError) throw cause;
    throw new SearchIndexError('write its files', [String(cause)], { cause });
  }
}
