import { join } from 'node:path';
import type { PageRegister } from '../page-history/page-register.ts';
import { digestOf } from '../../platform/files/digest.ts';
import { type KeptPage, nameOf, type PageStore } from './page-store.ts';

/** What a build has before its first page. */
interface Beginning {
  /** What the last build left. */
  store: PageStore;
  /** All pages of this build. */
  register: PageRegister;
  /** See surroundings.ts. */
  surroundings: string;
  /** The site that is being built. */
  dir: string;
}

/**
 * The pages of a build that need not be rendered, because an earlier one rendered them from the same things and the
 * database still knows them as they were. In doubt, a page is rendered.
 */
export class KeptPages {
  readonly #beginning: Beginning;
  /** Of what every page that may be kept is made from, by path. */
  readonly #keys = new Map<string, string>();
  #shown = 0;

  constructor(beginning: Beginning) {
    this.#beginning = beginning;
  }

  /** How many pages were taken from the store. */
  get shown(): number {
    return this.#shown;
  }

  /**
   * Puts the page at `path` into the site if it is kept. False when it must be rendered; it is then kept for the next build.
   * @param madeFrom all that the page shows and that the sources do not hold, as JSON
   */
  async show(path: string, madeFrom: unknown): Promise<boolean> {
    const { store, register, surroundings } = this.#beginning;
    const key = digestOf(surroundings, path, madeFrom);
    this.#keys.set(path, key);
    const page = store.get(path);
    if (page?.key !== key || !register.stillSays(path, page)) return false;
    if (!(await store.show(path, page, this.#fileOf(path)))) return false;
    register.enterKept(path, page);
    this.#shown += 1;
    return true;
  }

  /** Two pages of one name are the same, byte for byte, in whatever build. Null where that cannot be told. */
  nameOf(path: string): string | null {
    const page = this.#pageOf(path);
    return page && nameOf(path, page);
  }

  /** Keeps the pages of this build, and of no other, for the next. Call it only once the build has succeeded. */
  async keep(): Promise<void> {
    const pages = new Map<string, KeptPage>();
    for (const path of this.#keys.keys()) {
      const page = this.#pageOf(path);
      if (page) pages.set(path, page);
    }
    await this.#beginning.store.replace(pages, (path) => this.#fileOf(path));
  }

  #pageOf(path: string): KeptPage | null {
    const key = this.#keys.get(path);
    const entered = this.#beginning.register.pages.get(path);
    return key && entered?.known ? { key, ...entered.known, isListed: entered.isListed } : null;
  }

  #fileOf(path: string): string {
    return join(this.#beginning.dir, path, 'index.html');
  }
}

declare global {
  /** Those of the build of this process: routes are run by a bundle that shares no module with the integrations. */
  var keptPages: KeptPages | undefined;
}
