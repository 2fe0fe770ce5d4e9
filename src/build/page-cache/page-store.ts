import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { someAtATime } from '../../platform/map-in-batches.ts';
import { digestOf } from '../../platform/files/digest.ts';
import { isMissing, putFile } from '../../platform/files/link-or-copy.ts';

const listName = 'pages.json';
/** Files put in place at once. */
const atOnce = 64;

const keptPageSchema = z.object({
  /** Of all that the page was made from. */
  key: z.string(),
  /** Of what it says; see page-record/dated-page.ts. */
  digest: z.string(),
  /** The day that it shows as that of its last change. */
  changedAt: z.coerce.date(),
  /** Whether search engines may show it. */
  isListed: z.boolean(),
});

/** A finished page of an earlier build, as far as it can be told without reading it. */
export type KeptPage = z.infer<typeof keptPageSchema>;

const listSchema = z.record(z.string(), keptPageSchema);

/** Says all that is known of a page, so that a name never stands for another page than was meant. */
export const nameOf = (path: string, page: KeptPage): string =>
  digestOf(path, page.key, page.digest, page.changedAt, page.isListed);

const fileNameOf = (path: string, page: KeptPage): string => `${nameOf(path, page)}.html`;

/** Where finished pages outlive a build: their HTML, and a list of them that is written last. */
export class PageStore {
  readonly #folder: string;
  readonly #pages: ReadonlyMap<string, KeptPage>;

  private constructor(folder: string, pages: ReadonlyMap<string, KeptPage>) {
    this.#folder = folder;
    this.#pages = pages;
  }

  /** The pages that the last build left in a folder; none where there is no list that can be read. */
  static async open(folder: string): Promise<PageStore> {
    const text = await readFile(join(folder, listName), 'utf8').catch(() => '{}');
    const list = listSchema.safeParse(parsed(text)).data ?? {};
    return new PageStore(folder, new Map(Object.entries(list)));
  }

  /** What was kept of a path: `/dien-hinh/ao-ca/`. */
  get(path: string): KeptPage | undefined {
    return this.#pages.get(path);
  }

  /** Puts a kept page into a site as the file `to`. False when its file is there no more. */
  async show(path: string, page: KeptPage, to: string): Promise<boolean> {
    try {
      await putFile(join(this.#folder, fileNameOf(path, page)), to);
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  /** Keeps exactly these pages of a site, whose files `fileOf` names, and forgets all others. */
  async replace(pages: ReadonlyMap<string, KeptPage>, fileOf: (path: string) => string): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const there = new Set(await readdir(this.#folder));
    const wanted = [...pages].map(([path, page]) => ({ name: fileNameOf(path, page), from: fileOf(path) }));
    const lacking = wanted.filter(({ name }) => !there.has(name));
    await someAtATime(lacking, atOnce, ({ name, from }) => this.#take(name, from));
    const list = join(this.#folder, `${listName}.${process.pid}`);
    await writeFile(list, JSON.stringify(Object.fromEntries(pages)));
    await rename(list, join(this.#folder, listName));
    const kept = new Set([listName, ...wanted.map(({ name }) => name)]);
    for (const name of there) if (!kept.has(name)) await rm(join(this.#folder, name), { force: true });
  }

  /** Under a name of its own first: a copy cut short must not pass for the page. */
  async #take(name: string, from: string): Promise<void> {
    const unfinished = join(this.#folder, `${name}.${process.pid}`);
    await rm(unfinished, { force: true });
    await putFile(from, unfinished);
    await rename(unfinished, join(this.#folder, name));
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
