import { digestOf, withDate } from './dated-page.ts';
import { isListed, type ListedPage } from './sitemap.ts';
import type { KnownPage } from './store.ts';

/** A page of a build. */
interface EnteredPage {
  /** Null for a page that shows no date. */
  known: KnownPage | null;
  /** Whether search engines may show it. */
  isListed: boolean;
}

/** Every page of a build as it is written: when it last changed, and whether it may be found. */
export class PageRegister {
  /** All pages, by path. */
  readonly pages = new Map<string, EnteredPage>();
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

  /** The pages that show a date, by path. */
  get dated(): ReadonlyMap<string, KnownPage> {
    return new Map([...this.pages].flatMap(([path, { known }]) => (known ? [[path, known]] : [])));
  }

  /** The pages that search engines may show. */
  get listed(): ListedPage[] {
    return [...this.pages]
      .filter(([, page]) => page.isListed)
      .map(([path, { known }]) => ({ path, changedAt: known?.changedAt ?? null }));
  }

  /** Takes a page in, and gives it back with the day of its last change in its place. */
  enter(path: string, html: string): string {
    const digest = digestOf(html);
    const known = digest === null ? null : { digest, changedAt: this.#changedAt(path, digest) };
    this.pages.set(path, { known, isListed: isListed(html) });
    return known ? withDate(html, known.changedAt) : html;
  }

  /** Whether earlier builds know a page as it is kept, so that it may be shown with the day that stands in it. */
  stillSays(path: string, { digest, changedAt }: KnownPage): boolean {
    const known = this.#known.get(path);
    return known?.digest === digest && known.changedAt.getTime() === changedAt.getTime();
  }

  /** Takes in a page that was written by an earlier build. */
  enterKept(path: string, { digest, changedAt, isListed }: KnownPage & Pick<EnteredPage, 'isListed'>): void {
    this.pages.set(path, { known: { digest, changedAt }, isListed });
  }

  #changedAt(path: string, digest: string): Date {
    const known = this.#known.get(path);
    return known?.digest === digest ? known.changedAt : this.#now;
  }
}

declare global {
  /** The register of the build of this process: pages are written by a bundle that shares no module with the integrations. */
  var pageRegister: PageRegister | undefined;
}
