import { type ExcerptPart, readExcerpt } from './excerpt.ts';
import { type Query, type Ranking, rank } from './query.ts';
import type { SectionId } from './sections.ts';
import { fromShadow } from './shadow.ts';
import { SearchUnavailableError } from './unavailable.ts';

/** A page found: its address on this site, its title, and an excerpt with the words. */
export interface FoundPage {
  url: string;
  title: string;
  /** The heading above the page, or whom the page is about; empty where the page names neither. */
  place: string;
  /** An invented record, which must say so wherever it is shown. */
  sample: boolean;
  excerpt: ExcerptPart[];
}

/** The answer to one query: how many pages, and the first `shown` of them. */
export interface Answer extends Pick<Ranking<never>, 'near'> {
  total: number;
  found: FoundPage[];
}

/** A hit of Pagefind. The text of the page is loaded on demand. */
export interface PagefindHit {
  id: string;
  score: number;
  data: () => Promise<{
    url: string;
    meta: { title?: string; place?: string; sample?: string };
    excerpt: string;
  }>;
}

/** The part of Pagefind 1.6's browser API used here (https://pagefind.app/docs/api/). */
interface PagefindInstance {
  init: () => Promise<void>;
  options: (options: { exactDiacritics: boolean }) => Promise<void>;
  search: (term: string, options: { filters: { section: SectionId } }) => Promise<{ results: PagefindHit[] }>;
  destroy: () => Promise<void>;
}

interface PagefindModule {
  createInstance: (options: object) => PagefindInstance;
}

/** Pagefind's list of its files, which Pagefind reads first. The file names identify an edition of the index. */
const entryName = 'pagefind-entry.json';

const settings = { ranking: { termSimilarity: 4, metaWeights: { title: 8 } }, excerptLength: 26 };

/** The site's search index in the browser. Loads nothing before `open` or the first `ask`. */
export class SearchEngine {
  /** Path of the published index, with slashes at both ends. */
  readonly base: string;
  #opened: Promise<PagefindInstance> | null = null;
  #edition = '';
  #last: Promise<unknown> = Promise.resolve();

  /** @param base path of the published index, with slashes at both ends: `/pagefind/` */
  constructor(base: string) {
    this.base = base;
  }

  /** Loads the files that every query needs. `ask` reports a failure, and the next call tries again. */
  open(): Promise<PagefindInstance> {
    this.#opened ??= this.#load().catch((cause: unknown) => {
      this.#opened = null;
      throw new SearchUnavailableError(cause);
    });
    return this.#opened;
  }

  /**
   * Asks the index about one section, one query at a time. An index that was rebuilt while the page is open is reopened once.
   * @throws SearchUnavailableError
   */
  ask(query: Query, shown: number, section: SectionId): Promise<Answer> {
    return this.#inTurn(() => this.#askNewestEdition(query, shown, section));
  }

  async #load(): Promise<PagefindInstance> {
    this.#edition = await this.#currentEdition();
    const module: PagefindModule = await import(/* @vite-ignore */ `${this.base}pagefind.js`);
    const instance = module.createInstance({ ...settings, basePath: this.base });
    await instance.init();
    return instance;
  }

  async #currentEdition(): Promise<string> {
    const reply = await fetch(`${this.base}${entryName}`, { cache: 'no-cache' });
    if (!reply.ok) throw new Error(`${reply.status} for ${reply.url}`);
    return reply.text();
  }

  /** An empty result or a missing file may mean that the site was rebuilt after the index was opened, so this checks. */
  async #askNewestEdition(query: Query, shown: number, section: SectionId): Promise<Answer> {
    try {
      const first = await this.#askOnce(query, shown, section).catch((cause: unknown) => ({ cause }));
      if ('total' in first && first.total > 0) return first;
      if (this.#opened && (await this.#currentEdition()) !== this.#edition) {
        await this.#close();
        return await this.#askOnce(query, shown, section);
      }
      if ('total' in first) return first;
      throw first.cause;
    } catch (cause) {
      throw cause instanceof SearchUnavailableError ? cause : new SearchUnavailableError(cause);
    }
  }

  /**
   * The matching pages of one section, in order and not loaded. Queries run one at a time, as in `ask`.
   * @throws the error of a failed request
   */
  hits(query: Query, section: SectionId): Promise<Ranking<PagefindHit>> {
    return this.#inTurn(() => this.#hits(query, section));
  }

  /** Runs queries one after another, because Pagefind's options apply to all queries that run at the same time. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const answer = this.#last.then(work);
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #hits(query: Query, section: SectionId): Promise<Ranking<PagefindHit>> {
    const index = await this.open();
    const ask = async (exactDiacritics: boolean, terms: readonly string[]) => {
      await index.options({ exactDiacritics });
      return Promise.all(
        terms.map(async (term) => (await index.search(term, { filters: { section } })).results),
      );
    };
    const [exactPhrase = [], ...exactWords] = await ask(true, [query.phrase, ...query.words]);
    const [phrase = [], plain = [], ...words] = await ask(false, [query.phrase, query.plain, ...query.words]);
    return rank(query.marked, { exactPhrase, phrase, exactWords, words, plain });
  }

  async #askOnce(query: Query, shown: number, section: SectionId): Promise<Answer> {
    const { hits, near } = await this.#hits(query, section);
    const pages = await Promise.all(hits.slice(0, shown).map((hit) => hit.data()));
    const found = pages.map(({ url, meta, excerpt }) => ({
      url,
      title: fromShadow(meta.title ?? ''),
      place: fromShadow(meta.place ?? ''),
      sample: meta.sample !== undefined,
      excerpt: readExcerpt(excerpt),
    }));
    return { total: hits.length, near, found };
  }

  async #close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    await opened?.then((index) => index.destroy()).catch(() => undefined);
  }
}
