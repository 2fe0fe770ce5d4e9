import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, putFile } from '../../kept-pages/put-file.ts';
import { someAtATime } from '../../some-at-a-time.ts';
import { idsOfPages } from './page-ids.ts';
import type { IndexedPage } from './read-pages.ts';
import { writePart } from './write-part.ts';

/** A part of the index, of pages that have not changed since it was made. */
export interface Part {
  /** Digest of all that it was made from. */
  name: string;
  /** Pagefind's id of each page, by the page's address. */
  ids: Readonly<Record<string, string>>;
}

/** Beside the files of a part, which are in a folder of their own: written last, so that it vouches for them. */
const idsName = 'ids.json';
const filesName = 'files';
const program = /^pagefind.*\.js$|^wasm\./;
/** Files put in place at once. */
const atOnce = 64;

/** Parts of the index as earlier builds made them, in a folder: one that would be made from the same pages is not made again. */
export class KeptParts {
  readonly #folder: string;
  readonly #madeBy: string;
  readonly #used = new Set<string>();

  /** @param madeBy tells one way of making an index from another, such as a digest of the sources */
  constructor(folder: string, madeBy: string) {
    this.#folder = folder;
    this.#madeBy = madeBy;
  }

  /**
   * The part that has these pages in this order; made now where it is not kept.
   * @throws SearchIndexError
   */
  async of(pages: readonly IndexedPage[]): Promise<Part> {
    const name = this.#nameOf(pages);
    this.#used.add(name);
    return { name, ids: (await this.#idsOf(name)) ?? (await this.#make(name, pages)) };
  }

  /** Puts the files of a part into a folder of the site, which it makes; `index` leaves out Pagefind's programs. */
  async put({ name }: Part, to: string, what: 'index' | 'all'): Promise<void> {
    const from = join(this.#folder, name, filesName);
    await mkdir(to, { recursive: true });
    const files = (await readdir(from, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && (what === 'all' || !program.test(entry.name)))
      .map((entry) => join(entry.parentPath, entry.name).slice(from.length));
    await someAtATime(files, atOnce, (file) => putFile(join(from, file), join(to, file)));
  }

  /** Forgets all parts that nobody asked for. */
  async forgetOthers(): Promise<void> {
    for (const name of await readdir(this.#folder))
      if (!this.#used.has(name)) await rm(join(this.#folder, name), { recursive: true, force: true });
  }

  #nameOf(pages: readonly IndexedPage[]): string {
    const hash = createHash('sha256').update(this.#madeBy);
    for (const { url, content } of pages) hash.update(`\0${url}\0${content.length}\0`).update(content);
    return hash.digest('hex').slice(0, 16);
  }

  async #idsOf(name: string): Promise<Part['ids'] | null> {
    try {
      return JSON.parse(await readFile(join(this.#folder, name, idsName), 'utf8'));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** Under a name of its own first: a part cut short must not pass for the whole. */
  async #make(name: string, pages: readonly IndexedPage[]): Promise<Part['ids']> {
    const unfinished = join(this.#folder, `${name}.${process.pid}`);
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    const files = join(unfinished, filesName);
    await writePart(pages, files);
    const ids = await idsOfPages(files);
    await writeFile(join(unfinished, idsName), JSON.stringify(ids));
    await rm(join(this.#folder, name), { recursive: true, force: true });
    await rename(unfinished, join(this.#folder, name));
    return ids;
  }
}
