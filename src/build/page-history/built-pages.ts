import { contentDigest, withDate } from './dated-page.ts';
import { isListed, type ListedPage } from './sitemap.ts';
import type { KnownPage } from './store.ts';

/** A page of a build. */
interface BuiltPage {
  /** Null for a page that shows no date. */
  known: KnownPage | null;
  /** Whether search engines may show it. */
  isListed: boolean;
}

/** Every page of a build: when it last changed, and whether it may be found. */
export class BuiltPages {
  readonly #pages = new Map<string, BuiltPage>();
  readonly #known: ReadonlyMap<string, KnownPage>;
  readonly #now: Date;

  /**
   * @param known pages of earlier builds, by path
   * @param now when a page changed that is new or says something else than it did
   */
  constructor(known: ReadonlyMap<string, KnownPage>, now: Date) {
    this.#known = known;
    this.#now = now;
  }

  /** The addresses of all pages. */
  get paths(): ReadonlySet<string> {
    return new Set(this.#pages.keys());
  }

  /** The pages that show a date, by path. */
  get dated(): ReadonlyMap<string, KnownPage> {
    return new Map([...this.#pages].flatMap(([path, { known }]) => (known ? [[path, known]] : [])));
  }

  /** The pages that search engines may show. */
  get listed(): ListedPage[] {
    return [...this.#pages]
      .filter(([, page]) => page.isListed)
      .map(([path, { known }]) => ({ path, changedAt: known?.changedAt ?? null }));
  }

  /** Notes a page, and returns it with the day of its last change in its place. */
  date(path: string, html: string): string {
    const digest = contentDigest(html);
    const known = digest === null ? null : { digest, changedAt: this.#changedAt(path, digest) };
    this.#pages.set(path, { known, isListed: isListed(html) });
    return known ? withDate(html, known.changedAt) : html;
  }

  #changedAt(path: string, digest: string): Date {
    const known = this.#known.get(path);
    return known?.digest === digest ? known.changedAt : this.#now;
  }
}
