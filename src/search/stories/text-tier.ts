import type { PagefindHit, SearchEngine } from '../engine.ts';
import { type ExcerptPart, readExcerpt } from '../excerpt.ts';
import { readQuery } from '../query.ts';
import { type Word, wordsOf } from '../words.ts';
import { oftenSets } from './find-often.ts';
import type { StoryIndex } from './index-reader.ts';
import { waysOf } from './ways.ts';

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

/** From so many words on a phrase of frequent words alone may be of one text. */
const longPhrase = 4;
/** Ways to read a query that texts are asked, one after the other. */
const mostWays = 3;
const noFindings: TextFindings = { hits: [], near: false };

const excerptOf = async (hit: PagefindHit): Promise<ExcerptPart[]> => readExcerpt((await hit.data()).excerpt);

/** The texts of the stories: Pagefind's index, which knows every word of them, in the stories' numbers. */
export class TextTier {
  readonly #pagefind: SearchEngine;
  #numbers: Promise<{ edition: string; numbers: Map<string, number> }> | null = null;

  constructor(pagefind: SearchEngine) {
    this.#pagefind = pagefind;
  }

  /**
   * The stories whose texts have every word; where none has, and an abbreviation or its expansion may stand for the other, those that
   * have that. Rejects when a file cannot be loaded, or belongs to another edition than the index of stories.
   */
  async find(index: StoryIndex, typed: string): Promise<TextFindings> {
    const [first = [], ...others] = waysOf(index, wordsOf(typed)).slice(0, mostWays);
    const found = await this.#find(index, first);
    if (!found.near && found.hits.length > 0) return found;
    for (const words of others) {
      const other = await this.#find(index, words);
      if (!other.near && other.hits.length > 0) return other;
    }
    return found;
  }

  /**
   * Pagefind is asked for the phrase and for the rarer words; which stories have the frequent ones is known from lists, because
   * Pagefind takes long over them.
   */
  async #find(index: StoryIndex, words: readonly Word[]): Promise<TextFindings> {
    const often = words.map(({ key }) => index.isOften(key));
    const sets = await oftenSets(
      index,
      words.filter((_, at) => often[at]),
    );
    const rarer = often.includes(false);
    const found = rarer || words.length >= longPhrase ? await this.#ask(index, words, often) : noFindings;
    if (!sets) return found;
    const hits = found.hits
      .filter(({ doc, phrase }) => phrase || sets.folded.has(doc))
      .map((hit) => ({ ...hit, exact: hit.exact && sets.exact.has(hit.doc) }));
    if (rarer) return { hits, near: found.near };
    const exact = sets.exact.docs();
    const docs = exact.length > 0 ? exact : sets.folded.docs();
    const anywhere = docs.map((doc) => ({ doc, exact: exact.length > 0, phrase: false, excerpt: null }));
    return { hits: [...hits, ...anywhere], near: hits.length + docs.length === 0 };
  }

  /** What Pagefind says to the phrase and to the words that are not frequent. */
  async #ask(index: StoryIndex, all: readonly Word[], often: readonly boolean[]): Promise<TextFindings> {
    const query = readQuery(all.map(({ text }) => text).join(' '));
    if (!query) return noFindings;
    const isRare = (_: unknown, at: number): boolean => !often[at];
    const words = query.words.filter(isRare);
    const rare = {
      ...query,
      words,
      marked: query.marked.filter(isRare),
      plain: words.join(' ').replace(/"/g, '') || query.phrase,
    };
    const [{ numbers }, answer] = await Promise.all([
      this.#load(index.root.edition),
      this.#pagefind.hits(rare, 'dien-hinh'),
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
