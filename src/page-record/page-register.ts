import { digestOf, withDate } from './dated-page.ts';
import { isListed, type ListedPage } from './sitemap.ts';
import type { KnownPage } from './store.ts';

/** Every page of a build as it is written: when it last changed, and whether it may be found. */
export class PageRegister {
  /** The pages that show a date, by path. */
  readonly dated = new Map<string, KnownPage>();
  /** The pages that search engines may show. */
  readonly listed: ListedPage[] = [];
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

  /** Takes a page in, and gives it back with the day of its last change in its place. */
  enter(path: string, html: string): string {
    const digest = digestOf(html);
    const changedAt = digest === null ? null : this.#changedAt(path, digest);
    if (isListed(html)) this.listed.push({ path, changedAt });
    if (digest === null || changedAt === null) return html;
    this.dated.set(path, { digest, changedAt });
    return withDate(html, changedAt);
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
