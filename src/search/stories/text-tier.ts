import type { PagefindHit, SearchEngine } from '../engine.ts';
import { type ExcerptPart, readExcerpt } from '../excerpt.ts';
import { readQuery } from '../query.ts';

/** Which of Pagefind's pages is which story: written beside Pagefind's index at the build. */
export interface TextIds {
  /** Edition of the index of stories whose numbers these are. */
  edition: string;
  /** Pagefind's ids in the order of the stories, parted by spaces. */
  ids: string;
}

/** Name of that file, under the folder of Pagefind's index. */
export const textIdsName = 'stories.json';

/** A story whose text answers. */
export interface TextHit {
  doc: number;
  exact: boolean;
  phrase: boolean;
  /** Null where no excerpt is to be had. */
  excerpt: (() => Promise<ExcerptPart[]>) | null;
}

/** What the texts answer, in their order. */
export interface TextFindings {
  hits: TextHit[];
  /** No text has all the words. */
  near: boolean;
}

const excerptOf = async (hit: PagefindHit): Promise<ExcerptPart[]> => readExcerpt((await hit.data()).excerpt);

/** The texts of the stories: Pagefind's index, which knows every word of them, in the stories' numbers. */
export class TextTier {
  readonly #pagefind: SearchEngine;
  #numbers: Promise<{ edition: string; numbers: Map<string, number> }> | null = null;

  constructor(pagefind: SearchEngine) {
    this.#pagefind = pagefind;
  }

  /** Rejects when a file cannot be loaded, or belongs to another edition than the index of stories. */
  async find(typed: string, edition: string): Promise<TextFindings> {
    const query = readQuery(typed);
    if (!query) return { hits: [], near: false };
    const [{ numbers }, answer] = await Promise.all([
      this.#load(edition),
      this.#pagefind.hits(query, 'dien-hinh'),
    ]);
    const hits = answer.hits.flatMap((hit): TextHit[] => {
      const doc = numbers.get(hit.id);
      if (doc === undefined) return [];
      const { exact, inPhrase } = answer;
      return [{ doc, exact: exact.has(hit.id), phrase: inPhrase.has(hit.id), excerpt: () => excerptOf(hit) }];
    });
    return { hits, near: answer.near };
  }

  async #load(edition: string): Promise<{ edition: string; numbers: Map<string, number> }> {
    this.#numbers ??= this.#read();
    const loaded = await this.#numbers.catch((error: unknown) => {
      this.#numbers = null;
      throw error;
    });
    if (loaded.edition === edition) return loaded;
    this.#numbers = null;
    throw new Error('The index of texts is of another edition than the index of stories.');
  }

  async #read(): Promise<{ edition: string; numbers: Map<string, number> }> {
    const reply = await fetch(`${this.#pagefind.base}${textIdsName}`, { cache: 'no-cache' });
    if (!reply.ok) throw new Error(`${reply.status} for ${reply.url}`);
    const { edition, ids }: TextIds = await reply.json();
    return { edition, numbers: new Map(ids.split(' ').map((id, doc) => [id, doc])) };
  }
}
