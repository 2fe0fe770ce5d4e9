import { askDocs, type DocAnswer } from './ask-docs.ts';
import { readDocs, type SearchDoc } from './doc.ts';
import { AsyncCache } from './memoize-async.ts';
import { MemoryIndex } from './memory-index.ts';
import { isText, parsed, tableOf } from './shapes.ts';
import { SearchUnavailableError } from './unavailable.ts';

/** The documents, and the texts of the pages among them. Both lie beside the index of the stories. */
export const docFiles = { docs: 'trang.txt', texts: 'trang-van.json' } as const;

/** Reads a file of the index as text. Rejects when it is missing. */
export type ReadText = (name: string) => Promise<string>;

const readPublished: ReadText = async (name) => {
  const reply = await fetch(`/chi-muc/${name}`);
  if (!reply.ok) throw new Error(`${reply.status} for ${reply.url}`);
  return reply.text();
};

/** The search of the site's own documents. Loads nothing before `open` or the first question. */
export class DocumentEngine {
  readonly #read: ReadText;
  readonly #indexes: AsyncCache<MemoryIndex>;

  constructor(read: ReadText = readPublished) {
    this.#read = read;
    this.#indexes = new AsyncCache();
  }

  /** Loads the documents. A failure is forgotten, so that the next call tries again. */
  open(): Promise<MemoryIndex> {
    return this.#indexes.get(docFiles.docs, async () => new MemoryIndex(await this.#docs()));
  }

  /** The documents that answer a question. @throws SearchUnavailableError */
  async ask(typed: string): Promise<DocAnswer> {
    try {
      return await askDocs(await this.open(), typed);
    } catch (cause) {
      throw new SearchUnavailableError(cause);
    }
  }

  /** The same with the texts of all pages: for a question that no title answers. @throws SearchUnavailableError */
  async askTexts(typed: string): Promise<DocAnswer> {
    try {
      const index = this.#indexes.get(docFiles.texts, async () => {
        const [docs, texts] = await Promise.all([this.#docs(), this.#read(docFiles.texts)]);
        const textOf = parsed(texts, tableOf(isText));
        return new MemoryIndex(docs.map((doc) => ({ ...doc, text: doc.text || (textOf[doc.href] ?? '') })));
      });
      return await askDocs(await index, typed);
    } catch (cause) {
      throw new SearchUnavailableError(cause);
    }
  }

  /** The documents at some addresses, in their order. */
  async at(hrefs: readonly string[]): Promise<SearchDoc[]> {
    const { rows } = await this.open();
    return hrefs.flatMap((href) => rows.find(({ doc }) => doc.href === href)?.doc ?? []);
  }

  async #docs(): Promise<SearchDoc[]> {
    return readDocs(await this.#read(docFiles.docs));
  }
}
