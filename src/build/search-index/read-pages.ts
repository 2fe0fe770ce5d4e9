import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { mapInBatches } from '../../platform/map-in-batches.ts';
import { searchable } from '../../search/sections.ts';
import { htmlToShadow } from '../../search/shadow.ts';
import { placeTones } from '../../vietnamese/tone-placement.ts';

/** A page in the form that Pagefind indexes. */
export interface IndexedPage {
  /** Its address on this site. */
  url: string;
  /** HTML in the spelling of the index, reduced to the searched part. */
  content: string;
}

/** Files read at once. */
const atOnce = 128;

/** The address of a file of a site: `dien-hinh/x/index.html` → `/dien-hinh/x/`. */
export const pageAddress = (file: string): string =>
  `/${file
    .split(sep)
    .join('/')
    .replace(/index\.html$/, '')}`;

async function readPage(distDir: string, file: string): Promise<IndexedPage[]> {
  const url = pageAddress(file);
  const html = searchable(url, await readFile(join(distDir, file), 'utf8'));
  return html === null ? [] : [{ url, content: htmlToShadow(placeTones(html)) }];
}

/** The searched pages among a built site's HTML files, in the given order. */
export const readIndexedPages = async (distDir: string, files: readonly string[]): Promise<IndexedPage[]> =>
  (await mapInBatches(files, atOnce, (file) => readPage(distDir, file))).flat();
