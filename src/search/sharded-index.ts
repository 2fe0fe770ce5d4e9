import { isNumeric } from '../vietnamese/words.ts';
import type { WordList } from './bits.ts';
import { gunzip } from './bytes.ts';
import { fieldSpan } from './fields.ts';
import { cardsAFile, fileNames, isRoot, type Root, rootName } from './files.ts';
import { shardLists } from './lists.ts';
import { AsyncCache } from './memoize-async.ts';
import { shardEntries, type TermEntry } from './postings.ts';
import { listOf, parsed, type Shape } from './shapes.ts';
import type { TermIndex } from './term-index.ts';

/** Reads a file of the index; `fresh` bypasses all caches. Rejects when the file is missing. */
export type ReadFile = (name: string, fresh: boolean) => Promise<Uint8Array<ArrayBuffer>>;

const text = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  new TextDecoder().decode(await gunzip(bytes));

/** The number of the only shard that can hold a key. `firsts` are the shards' first keys, in order. */
function placeIn(firsts: readonly string[], key: string): number {
  const after = firsts.findIndex((first) => first > key);
  return Math.max(0, (after < 0 ? firsts.length : after) - 1);
}

/** What the ranking reads of a card. */
export interface Described {
  name: string;
  unitName: string;
  summary: string;
}

/** One open edition of an index in many files. Loads each file once, when a query first needs the file. */
export class ShardedIndex<C extends Described = Described> implements TermIndex {
  readonly root: Root;
  readonly keys: readonly string[];
  readonly #textKeys: Set<string>;
  readonly #oftenKeys: Set<string>;
  readonly #numbers: Map<string, number>;
  readonly #read: ReadFile;
  readonly #isCard: Shape<C>;
  readonly #entries: AsyncCache<TermEntry | undefined>;
  readonly #shards: AsyncCache<Map<string, () => TermEntry>>;
  readonly #cards: AsyncCache<C[]>;
  readonly #lists: AsyncCache<WordList>;
  readonly #listShards: AsyncCache<Map<string, () => WordList>>;

  private constructor(root: Root, read: ReadFile, isCard: Shape<C>) {
    this.root = root;
    this.keys = root.keys === '' ? [] : root.keys.split(' ');
    this.#numbers = new Map(this.keys.map((key, at) => [key, at]));
    this.#textKeys = new Set(root.textKeys.split(' '));
    this.#oftenKeys = new Set(root.often.split(' '));
    this.#read = read;
    this.#isCard = isCard;
    this.#entries = new AsyncCache();
    this.#shards = new AsyncCache();
    this.#cards = new AsyncCache();
    this.#lists = new AsyncCache();
    this.#listShards = new AsyncCache();
  }

  static async open<C extends Described>(read: ReadFile, isCard: Shape<C>): Promise<ShardedIndex<C>> {
    return new ShardedIndex(parsed(await text(await read(rootName, true)), isRoot), read, isCard);
  }

  get size(): number {
    return this.root.docs;
  }

  /** Yes for each number, because only the shards know them. */
  has(key: string): boolean {
    return this.#numbers.has(key) || isNumeric(key);
  }

  isOnlyInTexts(key: string): boolean {
    return this.#textKeys.has(key);
  }

  weight(key: string): number {
    return Number.parseInt(this.root.weights.charAt(this.#numbers.get(key) ?? -1) || '0', 36);
  }

  beginningWith(start: string): string[] {
    return this.keys.filter((key) => key.startsWith(start));
  }

  /** Words that occur only in texts and begin with the given letters. */
  inTextsBeginningWith(start: string): string[] {
    return [...this.#textKeys].filter((key) => key.startsWith(start));
  }

  async entries(keys: Iterable<string>): Promise<Map<string, TermEntry>> {
    const wanted = this.size > 0 ? [...new Set(keys)].filter((key) => this.has(key)) : [];
    const entries = await Promise.all(wanted.map((key) => this.#entry(key)));
    return new Map(entries.flatMap((entry) => (entry ? [[entry.key, entry]] : [])));
  }

  shareOf(entry: TermEntry | undefined): number {
    return (entry?.spellings ?? []).reduce((sum, { docs }) => sum + docs.length, 0) / this.size;
  }

  nameLength(doc: number): number {
    return Number.parseInt(this.root.lengths.charAt(doc) || '1', 36);
  }

  async textOf(doc: number): Promise<string> {
    const [card] = await this.cards([doc]);
    return card ? `${card.name} ${card.unitName} ${card.summary}` : '';
  }

  /** The cards of documents, in the order asked. */
  async cards(docs: readonly number[]): Promise<C[]> {
    const cards = await Promise.all(
      docs.map(async (doc) => {
        const name = fileNames.cards(Math.floor(doc / cardsAFile));
        const file = await this.#cards.get(name, () => this.json(name, listOf(this.#isCard)));
        return file[doc % cardsAFile];
      }),
    );
    return cards.filter((card) => card !== undefined);
  }

  /** Whether very many documents contain a word. */
  isOften(key: string): boolean {
    return this.#oftenKeys.has(key);
  }

  /** The documents that contain a word anywhere; empty for an unknown word. */
  list(key: string): Promise<WordList> {
    return this.#lists.get(key, async () => {
      const name = fileNames.lists(placeIn(this.root.lists, key));
      if (this.root.lists.length === 0) return new Map();
      const shard = await this.#listShards.get(name, async () =>
        shardLists(await gunzip(await this.#file(name)), this.size),
      );
      return shard.get(key)?.() ?? new Map();
    });
  }

  /** The content of a JSON file of the index. */
  async json<T>(name: string, shape: Shape<T>): Promise<T> {
    return parsed(await text(await this.#file(name)), shape);
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

  #file(name: string): Promise<Uint8Array<ArrayBuffer>> {
    return this.#read(`${this.root.edition}/${name}`, false);
  }
}
