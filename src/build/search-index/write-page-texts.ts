import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { searchDoc } from '../../search/doc.ts';
import { docFiles } from '../../search/document-engine.ts';
import type { PageText } from './read-pages.ts';

/** The file holds more of each document; the search reads that, and this copies it unread. */
const docsSchema = z.array(z.looseObject({ href: z.string() }));

const pathOf = (href: string): string => href.replace(/#.*$/, '');

/**
 * Writes the texts of pages beside the documents in `<distDir>/chi-muc`, and adds a document for each page that has none. Does
 * nothing for a site without documents.
 */
export async function writePageTexts(distDir: string, pages: readonly PageText[]): Promise<void> {
  const file = join(distDir, 'chi-muc', docFiles.docs);
  if (!existsSync(file)) return;
  const docs = docsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const known = new Set(docs.map(({ href }) => pathOf(href)));
  const added = pages
    .filter(({ href, title }) => title !== '' && !known.has(href))
    .map(({ href, title, summary }) => searchDoc({ kind: 'trang', href, title, summary }));
  await writeFile(file, JSON.stringify([...docs, ...added]));
  const texts = Object.fromEntries(pages.map(({ href, text }) => [href, text]));
  await writeFile(join(distDir, 'chi-muc', docFiles.texts), JSON.stringify(texts));
}
