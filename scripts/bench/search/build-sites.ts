import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { close, createIndex } from 'pagefind';
import { indexPages } from '../../../src/build/search-index/index-pages.ts';
import { buildStoryIndex } from '../../../src/gallery/search/server/build-index.ts';
import type { Story } from '../../../src/gallery/story.ts';
import { generateStories } from '../../../tests/fixtures/story-generator/generate.ts';
import { writePages } from './pages.ts';
import { writeIndexFiles } from './write-index-files.ts';
import { writtenStories } from './written.ts';

/** Generated stories with the written ones among them, newest first. */
export const benchStories = (count: number, seed: number): Story[] =>
  [...generateStories(count - writtenStories.length, seed), ...writtenStories].toSorted((a, b) =>
    b.publishedAt.localeCompare(a.publishedAt),
  );

/** Milliseconds that each index took to make. */
export interface BuildTimes {
  stories: number;
  texts: number;
  stock: number;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Pagefind as it comes, on the same pages. */
async function writeStock(folder: string, target: string): Promise<void> {
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind made no index.');
  for await (const file of glob('**/*.html', { cwd: folder })) {
    const url = `/${file.replace(/index\.html$/, '')}`;
    await index.addHTMLFile({ url, content: await readFile(join(folder, file), 'utf8') });
  }
  await index.writeFiles({ outputPath: target });
  await close();
}

/** Writes the page on which engines are asked, with our code. */
async function writePage(folder: string): Promise<void> {
  await build({
    entryPoints: [new URL('page.ts', import.meta.url).pathname],
    outfile: join(folder, 'page.js'),
    bundle: true,
    minify: true,
    format: 'esm',
  });
  const html = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Bench</title><ol></ol>';
  await writeFile(join(folder, 'index.html'), html);
}

/** Writes a site of stories with our indexes, and the page on which they are asked. */
export async function buildStorySite(
  folder: string,
  stories: readonly Story[],
): Promise<Omit<BuildTimes, 'stock'>> {
  await writePages(folder, stories);
  const times = {
    stories: await timed(() => writeIndexFiles(join(folder, 'chi-muc'), buildStoryIndex(stories))),
    texts: await timed(() => indexPages(folder)),
  };
  await writePage(folder);
  return times;
}

/** The same with stock Pagefind's index beside ours, in `stock`. */
export async function buildSites(folder: string, stories: readonly Story[]): Promise<BuildTimes> {
  const times = await buildStorySite(folder, stories);
  return { ...times, stock: await timed(() => writeStock(folder, join(folder, 'stock'))) };
}
