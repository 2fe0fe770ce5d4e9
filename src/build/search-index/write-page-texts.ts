import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDocs, searchDoc, writeDocs } from '../../search/doc.ts';
import { docFiles } from '../../search/document-engine.ts';
import type { PageText } from './read-pages.ts';

const pathOf = (href: string): string => href.replace(/#.*$/, '');

/**
 * Writes the texts of pages and documents beside the documents in `<distDir>/chi-muc`, so that only a question that no title
 * answers loads them, and adds a document for each page that has none. Does nothing for a site without documents.
 */
export async function writePageTexts(distDir: string, pages: readonly PageText[]): Promise<void> {
  const file = join(distDir, 'chi-muc', docFiles.docs);
  if (!existsSync(file)) return;
  const docs = readDocs(await readFile(file, 'utf8'));
  const known = new Set(docs.map(({ href }) => pathOf(href)));
  const added = pages
    .filter(({ href, title }) => title !== '' && !known.has(href))
    .map(({ href, title, summary }) => searchDoc({ kind: 'trang', href, title, summary }));
  await writeFile(file, writeDocs([...docs, ...added].map((doc) => ({ ...doc, text: '' }))));
  const told = docs.filter(({ text }) => text !== '');
  const texts = Object.fromEntries([...pages, ...told].map(({ href, text }) => [href, text]));
  await writeFile(join(distDir, 'chi-muc', docFiles.texts), JSON.stringify(texts));
}
