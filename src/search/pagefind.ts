import { indexedPhrase } from './query.ts';
import { SearchUnavailableError } from './unavailable.ts';

/** A hit of Pagefind. The text of the page is loaded on demand. */
export interface PagefindHit {
  id: string;
  score: number;
  data: () => Promise<{ excerpt: string }>;
}

/** The pages that have the words, in order, and how they have them. */
export interface PagefindAnswer {
  hits: PagefindHit[];
  /** Ids of the pages where the words stand side by side. */
  inPhrase: ReadonlySet<string>;
}

/** The part of Pagefind 1.6's browser API used here (https://pagefind.app/docs/api/). */
interface PagefindInstance {
  init: () => Promise<void>;
  options: (options: { exactDiacritics: boolean }) => Promise<void>;
  search: (term: string) => Promise<{ results: PagefindHit[] }>;
}

interface PagefindModule {
  createInstance: (options: object) => PagefindInstance;
}

const settings = { ranking: { termSimilarity: 4, metaWeights: { title: 8 } }, excerptLength: 26 };

/** Pagefind's index of the texts of stories, in the browser. Loads nothing before the first question. */
export class Pagefind {
  /** Path of the published index, with slashes at both ends. */
  readonly base: string;
  #opened: Promise<PagefindInstance> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(base = '/pagefind/') {
    this.base = base;
  }

  /**
   * The texts that have the phrase of `words`, with exactly its tones first, and then those that have the words of `rare`
   * apart. Questions run one after another, because Pagefind's options apply to all that run at the same time.
   * @throws SearchUnavailableError
   */
  ask(words: readonly string[], rare: readonly string[]): Promise<PagefindAnswer> {
    const answer = this.#last.then(() => this.#ask(words, rare));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #ask(words: readonly string[], rare: readonly string[]): Promise<PagefindAnswer> {
    const index = await this.#open();
    const phrase = `"${indexedPhrase(words)}"`;
    const ask = async (term: string, exactDiacritics: boolean) => {
      await index.options({ exactDiacritics });
      return (await index.search(term)).results;
    };
    const exact = await ask(phrase, true);
    const folded = await ask(phrase, false);
    const apart = await ask(rare.length > 0 ? indexedPhrase(rare) : phrase, false);
    const inPhrase = new Set([...exact, ...folded].map(({ id }) => id));
    // The first hit of a page stays, because a hit of a phrase has the place on the page.
    const byId = new Map([...apart, ...folded, ...exact].map((hit) => [hit.id, hit]));
    const order = new Set([...exact, ...folded, ...apart].map(({ id }) => id));
    return { hits: [...order].flatMap((id) => byId.get(id) ?? []), inPhrase };
  }

  #open(): Promise<PagefindInstance> {
    this.#opened ??= this.#load().catch((cause: unknown) => {
      this.#opened = null;
      throw new SearchUnavailableError(cause);
    });
    return this.#opened;
  }

  async #load(): Promise<PagefindInstance> {
    const module: PagefindModule = await import(/* @vite-ignore */ `${this.base}pagefind.js`);
    const instance = module.createInstance({ ...settings, basePath: this.base });
    await instance.init();
    return instance;
  }
}
