import { queryWords, type Word } from '../vietnamese/words.ts';
import { type ExcerptPart, readExcerpt } from './excerpt.ts';
import { type Listed, listed } from './find-listed.ts';
import { waysOf } from './interpretations.ts';
import type { Pagefind, PagefindHit } from './pagefind.ts';
import { fieldsOf, isText, parsed } from './shapes.ts';
import type { ShardedIndex } from './sharded-index.ts';
import { nameTyped } from './terms-typed.ts';

/** Maps Pagefind's pages to stories. The build writes the map beside Pagefind's index. */
export interface TextIds {
  /** Edition of the story index that the ids belong to. */
  edition: string;
  /** Pagefind's ids in the order of the stories, separated by spaces. */
  ids: string;
}

const isTextIds = fieldsOf<TextIds>({ edition: isText, ids: isText });

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

/**
 * The stories of a reading before any text is loaded. Typed tones must match, unless that leaves no story. Only the texts can tell
 * whether the words of a name stand together, so with a name they are near.
 */
export function inAnyOrder({ words, stories: { folded, exact } }: Reading): TextFindings {
  const docs = exact.isEmpty ? folded.docs() : exact.docs();
  const hits = docs.map((doc) => ({ doc, exact: !exact.isEmpty, phrase: false, excerpt: null }));
  return { hits, near: nameTyped(words) !== undefined };
}

/** The same for a reader whose browser asks the texts next. */
export const beforeTexts = (reading: Reading): TextFindings =>
  nameTyped(reading.words) ? noFindings : inAnyOrder(reading);

const excerptOf = async (hit: PagefindHit): Promise<ExcerptPart[]> => readExcerpt((await hit.data()).excerpt);

/** The best reading of a query; null when no document has all its words. Loads no text. */
export async function bestReading(index: ShardedIndex, typed: string): Promise<Reading | null> {
  for (const words of waysOf(index, queryWords(typed)).slice(0, mostWays)) {
    const stories = await listed(index, words);
    if (stories && !stories.folded.isEmpty) return { words, stories };
  }
  return null;
}

/** The search in the texts of the stories: Pagefind's index, with pages translated to story numbers. */
export class TextTier {
  readonly #pagefind: Pagefind;
  #numbers: Promise<{ edition: string; numbers: Map<string, number> }> | null = null;

  constructor(pagefind: Pagefind) {
    this.#pagefind = pagefind;
  }

  /**
   * The stories that have every word of a reading, phrases first; without a reading, the near stories. Rejects when a file
   * cannot be loaded or belongs to another edition than the story index.
   */
  async find(index: ShardedIndex, typed: string, reading: Reading | null): Promise<TextFindings> {
    const words = reading?.words ?? waysOf(index, queryWords(typed))[0] ?? [];
    const name = reading && nameTyped(words);
    const rarer = words.some(({ key }) => !index.isOften(key));
    const isWorthAsking = name || rarer || words.length >= longPhrase;
    const asked = isWorthAsking ? await this.#ask(index, name ?? words) : noFindings;
    if (!reading) return { ...asked, near: true };
    const { folded, exact } = reading.stories;
    const meant = exact.isEmpty ? folded : exact;
    const isMeant = ({ doc, phrase }: TextHit): boolean =>
      (!name && meant.has(doc)) || (phrase && folded.has(doc));
    const hits = asked.hits.filter(isMeant).map((hit) => ({ ...hit, exact: exact.has(hit.doc) }));
    return { hits: [...hits, ...beforeTexts(reading).hits], near: false };
  }

  /** Pagefind's answers for the phrase and for all words that are not frequent. */
  async #ask(index: ShardedIndex, all: readonly Word[]): Promise<TextFindings> {
    const rare = all.filter(({ key }) => !index.isOften(key));
    const textOf = ({ text }: Word): string => text;
    const [{ numbers }, { hits, inPhrase }] = await Promise.all([
      this.#load(index.root.edition),
      this.#pagefind.ask(all.map(textOf), rare.map(textOf)),
    ]);
    const found = hits.flatMap((hit): TextHit[] => {
      const doc = numbers.get(hit.id);
      if (doc === undefined) return [];
      return [{ doc, exact: true, phrase: inPhrase.has(hit.id), excerpt: () => excerptOf(hit) }];
    });
    return { hits: found, near: false };
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
    const { edition, ids } = parsed(await reply.text(), isTextIds);
    return { edition, numbers: new Map(ids.split(' ').map((id, doc) => [id, doc])) };
  }
}
