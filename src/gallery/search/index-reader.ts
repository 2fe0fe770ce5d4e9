import { isNumeric } from '../../vietnamese/words.ts';
import { gunzip } from './bytes.ts';
import type { FacetTable } from './facets.ts';
import { fieldSpan } from './fields.ts';
import { type Card, cardsAFile, fileNames, type Root, rootName } from './files.ts';
import { shardLists } from './lists.ts';
import { decodeOften, type WordList } from './frequent-terms.ts';
import { AsyncCache } from './memoize-async.ts';
import { type TermEntry, shardEntries } from './postings.ts';

/** Reads a file of the index; `fresh` bypasses all caches. Rejects when the file is missing. */
export type ReadFile = (name: string, fresh: boolean) => Promise<Uint8Array<ArrayBuffer>>;

const text = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  new TextDecoder().decode(await gunzip(bytes));

/** The number of the only shard that can hold a key. `firsts` are the shards' first keys, in order. */
function placeIn(firsts: readonly string[], key: string): number {
  const after = firsts.findIndex((first) => first > key);
  return Math.max(0, (after < 0 ? firsts.length : after) - 1);
}

/** One open edition of the index. Loads each file once, when a query first needs the file. */
export class StoryIndex {
  readonly root: Root;
  readonly keys: readonly string[];
  readonly #textKeys: Set<string>;
  readonly #oftenKeys: Set<string>;
  readonly #numbers: Map<string, number>;
  readonly #read: ReadFile;
  readonly #entries: AsyncCache<TermEntry | undefined>;
  readonly #shards: AsyncCache<Map<string, () => TermEntry>>;
  readonly #cards: AsyncCache<Card[]>;
  readonly #facets: AsyncCache<FacetTable>;
  readonly #lists: AsyncCache<WordList>;
  readonly #listShards: AsyncCache<Map<string, () => WordList>>;
  readonly #ranks: AsyncCache<number[]>;

  private constructor(root: Root, read: ReadFile) {
    this.root = root;
    this.keys = root.keys === '' ? [] : root.keys.split(' ');
    this.#numbers = new Map(this.keys.map((key, at) => [key, at]));
    this.#textKeys = new Set(root.textKeys.split(' '));
    this.#oftenKeys = new Set(root.often.split(' '));
    this.#read = read;
    this.#entries = new AsyncCache();
    this.#shards = new AsyncCache();
    this.#cards = new AsyncCache();
    this.#facets = new AsyncCache();
    this.#lists = new AsyncCache();
    this.#listShards = new AsyncCache();
    this.#ranks = new AsyncCache();
  }

  static async open(read: ReadFile): Promise<StoryIndex> {
    const root: Root = JSON.parse(await text(await read(rootName, true)));
    return new StoryIndex(root, read);
  }

  /** Whether a word is in the index. Always true for a number, because only the shard knows its numbers. */
  has(key: string): boolean {
    return this.#numbers.has(key) || isNumeric(key);
  }

  /** Whether a word occurs in texts of stories and nowhere else. */
  isOnlyInTexts(key: string): boolean {
    return this.#textKeys.has(key);
  }

  /** Log2 of how often a word stands in the index. */
  weight(key: string): number {
    return Number.parseInt(this.root.weights.charAt(this.#numbers.get(key) ?? -1) || '0', 36);
  }

  /** Words outside of texts that begin with the given letters. */
  beginningWith(start: string): string[] {
    return this.keys.filter((key) => key.startsWith(start));
  }

  /** Words that occur only in texts and begin with the given letters. */
  inTextsBeginningWith(start: string): string[] {
    return [...this.#textKeys].filter((key) => key.startsWith(start));
  }

  /** The entries of these keys. Keys that the index lacks are left out. */
  async entries(keys: Iterable<string>): Promise<Map<string, TermEntry>> {
    const wanted = this.root.stories > 0 ? [...new Set(keys)].filter((key) => this.has(key)) : [];
    const entries = await Promise.all(wanted.map((key) => this.#entry(key)));
    return new Map(entries.flatMap((entry) => (entry ? [[entry.key, entry]] : [])));
  }

  /** The cards of stories, in the order asked. */
  async cards(docs: readonly number[]): Promise<Card[]> {
    const cards = await Promise.all(
      docs.map(async (doc) => {
        const name = fileNames.cards(Math.floor(doc / cardsAFile));
        return (await this.#cards.get(name, async () => JSON.parse(await this.#text(name))))[
          doc % cardsAFile
        ];
      }),
    );
    return cards.filter((card) => card !== undefined);
  }

  /** Whether very many stories contain a word. */
  isOften(key: string): boolean {
    return this.#oftenKeys.has(key);
  }

  /** The stories that contain a word anywhere; empty for an unknown word. */
  list(key: string): Promise<WordList> {
    return this.#lists.get(key, async () => {
      if (this.isOften(key)) return decodeOften(await gunzip(await this.#file(fileNames.often(key))));
      const name = fileNames.lists(placeIn(this.root.lists, key));
      if (this.root.lists.length === 0) return new Map();
      const shard = await this.#listShards.get(name, async () =>
        shardLists(await gunzip(await this.#file(name)), this.root.stories),
      );
      return shard.get(key)?.() ?? new Map();
    });
  }

  facets(): Promise<FacetTable> {
    return this.#facets.get(fileNames.facets, async () => JSON.parse(await this.#text(fileNames.facets)));
  }

  /** The rank of each story in the order by name. */
  nameRanks(): Promise<number[]> {
    return this.#ranks.get(fileNames.names, async () => JSON.parse(await this.#text(fileNames.names)));
  }

  #entry(key: string): Promise<TermEntry | undefined> {
    return this.#entries.get(key, async () => {
      const name = fileNames.shard(placeIn(this.root.shards, key));
      const shard = await this.#shards.get(name, async () =>
        shardEntries(await gunzip(await this.#file(name)), fieldSpan),
      );
      return shard.get(key)?.();
    });
  }

  async #text(name: string): Promise<string> {
    return text(await this.#file(name));
  }

  #file(name: string): Promise<Uint8Array<ArrayBuffer>> {
    return this.#read(`${this.root.edition}/${name}`, false);
  }
}
