import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, putFile } from '../../platform/files/link-or-copy.ts';
import { someAtATime } from '../../platform/map-in-batches.ts';
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
/** In the folder itself: which part was made of which files. */
const stampsName = 'stamps.json';
const program = /^pagefind.*\.js$|^wasm\./;
/** Files put in place at once. */
const atOnce = 64;

/** What a list of stamps holds. */
interface Stamps {
  madeBy: string;
  /** Names of parts, by stamp. */
  parts: Record<string, string>;
}

/** What a file holds; null where it is not there, or was cut short. */
async function readJson<T>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Parts of the index as earlier builds made them, in a folder: one that would be made from the same pages is not made again. */
export class KeptParts {
  readonly #folder: string;
  readonly #madeBy: string;
  readonly #known: ReadonlyMap<string, string>;
  readonly #stamps = new Map<string, string>();
  readonly #used = new Set<string>();

  private constructor(folder: string, madeBy: string, known: ReadonlyMap<string, string>) {
    this.#folder = folder;
    this.#madeBy = madeBy;
    this.#known = known;
  }

  /** @param madeBy tells one way of making an index from another, such as a digest of the sources */
  static async open(folder: string, madeBy: string): Promise<KeptParts> {
    const stamps = await readJson<Stamps>(join(folder, stampsName));
    return new KeptParts(
      folder,
      madeBy,
      new Map(Object.entries(stamps?.madeBy === madeBy ? stamps.parts : {})),
    );
  }

  /** The part of files that bear this stamp, without a look at them; null where none is kept. */
  async known(stamp: string): Promise<Part | null> {
    const name = this.#known.get(stamp);
    const ids = name === undefined ? null : await this.#idsOf(name);
    return name !== undefined && ids ? this.#use({ name, ids }, stamp) : null;
  }

  /**
   * The part that has these pages in this order; made now where it is not kept.
   * @param stamp by which `known` finds it in a later build
   * @throws SearchIndexError
   */
  async of(pages: readonly IndexedPage[], stamp: string | null = null): Promise<Part> {
    const name = this.#nameOf(pages);
    return this.#use({ name, ids: (await this.#idsOf(name)) ?? (await this.#make(name, pages)) }, stamp);
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

  /** Forgets all parts that nobody asked for, and has the others found again by their stamps. */
  async settle(): Promise<void> {
    const stamps: Stamps = { madeBy: this.#madeBy, parts: Object.fromEntries(this.#stamps) };
    await writeFile(join(this.#folder, stampsName), JSON.stringify(stamps));
    for (const name of await readdir(this.#folder))
      if (name !== stampsName && !this.#used.has(name))
        await rm(join(this.#folder, name), { recursive: true, force: true });
  }

  #use(part: Part, stamp: string | null): Part {
    this.#used.add(part.name);
    if (stamp !== null) this.#stamps.set(stamp, part.name);
    return part;
  }

  #nameOf(pages: readonly IndexedPage[]): string {
    const hash = createHash('sha256').update(this.#madeBy);
    for (const { url, content } of pages) hash.update(`\0${url}\0${content.length}\0`).update(content);
    return hash.digest('hex').slice(0, 16);
  }

  #idsOf(name: string): Promise<Part['ids'] | null> {
    return readJson(join(this.#folder, name, idsName));
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
