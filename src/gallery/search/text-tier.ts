import type { PagefindHit, SearchEngine } from '../../search/engine.ts';
import { type ExcerptPart, readExcerpt } from '../../search/excerpt.ts';
import { readQuery } from '../../search/query.ts';
import { queryWords, type Word } from '../../vietnamese/words.ts';
import { type Listed, listed } from './find-listed.ts';
import type { StoryIndex } from './index-reader.ts';
import { waysOf } from './interpretations.ts';

/** Maps Pagefind's pages to stories. The build writes the map beside Pagefind's index. */
export interface TextIds {
  /** Edition of the story index that the ids belong to. */
  edition: string;
  /** Pagefind's ids in the order of the stories, separated by spaces. */
  ids: string;
}

/** Name of that file, under the folder of Pagefind's index. */
export const textIdsName = 'stories.json';

/** A story whose text matches. */
export interface TextHit {
  doc: number;
  exact: boolean;
  phrase: boolean;
  /** Null where there is no excerpt. */
  excerpt: (() => Promise<ExcerptPart[]>) | null;
}

/** The stories whose texts match, in the order of the texts' ranking. */
export interface TextFindings {
  hits: TextHit[];
  /** No text has all the words. */
  near: boolean;
}

/** One way to read a query, with the stories that have all its words. */
export interface Reading {
  words: readonly Word[];
  stories: Listed;
}

/** From this number of words on, even a phrase of frequent words may identify one text. */
const longPhrase = 4;
/** Most readings of a query that are tried on the texts, one after the other. */
const mostWays = 3;
const noFindings: TextFindings = { hits: [], near: false };

/** The stories of a reading before any text is loaded. Typed tones must match, unless that leaves no story. */
export function inAnyOrder({ stories: { folded, exact } }: Reading): TextFindings {
  const docs = exact.isEmpty ? folded.docs() : exact.docs();
  const hits = docs.map((doc) => ({ doc, exact: !exact.isEmpty, phrase: false, excerpt: null }));
  return { hits, near: false };
}

const excerptOf = async (hit: PagefindHit): Promise<ExcerptPart[]> => readExcerpt((await hit.data()).excerpt);

/** The search in the texts of the stories: Pagefind's index, with pages translated to story numbers. */
export class TextTier {
  readonly #pagefind: SearchEngine;
  #numbers: Promise<{ edition: string; numbers: Map<string, number> }> | null = null;

  constructor(pagefind: SearchEngine) {
    this.#pagefind = pagefind;
  }

  /** The best reading of the query; null when no story has all its words. Loads no text. */
  async read(index: StoryIndex, typed: string): Promise<Reading | null> {
    for (const words of waysOf(index, queryWords(typed)).slice(0, mostWays)) {
      const stories = await listed(index, words);
      if (stories && !stories.folded.isEmpty) return { words, stories };
    }
    return null;
  }

  /**
   * The stories that have every word of a reading, phrases first; without a reading, the near stories. Rejects when a file
   * cannot be loaded or belongs to another edition than the story index.
   */
  async find(index: StoryIndex, typed: string, reading: Reading | null): Promise<TextFindings> {
    const words = reading?.words ?? waysOf(index, queryWords(typed))[0] ?? [];
    const rarer = words.some(({ key }) => !index.isOften(key));
    const asked = rarer || words.length >= longPhrase ? await this.#ask(index, words) : noFindings;
    if (!reading) return { ...asked, near: true };
    const { folded, exact } = reading.stories;
    const meant = exact.isEmpty ? folded : exact;
    const hits = asked.hits
      .filter(({ doc, phrase }) => meant.has(doc) || (phrase && folded.has(doc)))
      .map((hit) => ({ ...hit, exact: hit.exact && exact.has(hit.doc) }));
    return { hits: [...hits, ...inAnyOrder(reading).hits], near: false };
  }

  /** Pagefind's answers for the phrase and, in one query, for all words that are not frequent. */
  async #ask(index: StoryIndex, all: readonly Word[]): Promise<TextFindings> {
    const query = readQuery(all.map(({ text }) => text).join(' '));
    if (!query) return noFindings;
    const rare = query.words.filter((_, at) => !index.isOften(all[at]?.key ?? ''));
    const plain = rare.join(' ').replace(/"/g, '') || query.phrase;
    const [{ numbers }, answer] = await Promise.all([
      this.#load(index.root.edition),
      this.#pagefind.hits({ ...query, words: [], marked: [], plain }, 'dien-hinh'),
    ]);
    const hits = answer.hits.flatMap((hit): TextHit[] => {
      const doc = numbers.get(hit.id);
      if (doc === undefined) return [];
      const { exact, inPhrase } = answer;
      return [{ doc, exact: exact.has(hit.id), phrase: inPhrase.has(hit.id), excerpt: () => excerptOf(hit) }];
    });
    return { hits, near: false };
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
