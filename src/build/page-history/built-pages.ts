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

/** Every page of a build: when the page last changed, and whether search engines may list it. */
export class BuiltPages {
  readonly #pages = new Map<string, BuiltPage>();
  readonly #known: ReadonlyMap<string, KnownPage>;
  readonly #now: Date;

  /**
   * @param known pages of earlier builds, by path
   * @param now the time of change for pages that are new or have changed
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

  /** Records a page, and returns it with the day of its last change filled in. */
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
