import { fieldsOf, isNumber, isText, listOf } from './shapes.ts';

/** Cards per file. A first page of results loads about as many files as it has cards. */
export const cardsAFile = 8;

/** The first file of the index, at a fixed address: data that every query needs, and the place of all other files. */
export interface Root {
  /** Digest of the index: the folder of all its other files. */
  edition: string;
  docs: number;
  /** Keys of all words except numbers, in order, separated by spaces. */
  keys: string;
  /** Keys of words that occur only in texts. Queries for these words go to the index of texts. */
  textKeys: string;
  /** Keys of words that very many documents contain. The index of texts is slow for them. */
  often: string;
  /** For each of `keys` the order of magnitude of its occurrences: log2 as one digit in base 36. */
  weights: string;
  /** The first key of each shard. */
  shards: string[];
  /** The first key of each shard of lists. A list holds the documents that contain a word anywhere. */
  lists: string[];
  /** For each document, the number of words of its name as one digit in base 36; `z` for 35 or more. */
  lengths: string;
}

/** The shape of the root. */
export const isRoot = fieldsOf<Root>({
  edition: isText,
  docs: isNumber,
  keys: isText,
  textKeys: isText,
  often: isText,
  weights: isText,
  shards: listOf(isText),
  lists: listOf(isText),
  lengths: isText,
});

/** Names of the files of an edition, relative to its folder. */
export const fileNames = {
  shard: (index: number): string => `w${index}.idx`,
  cards: (index: number): string => `c${index}.idx`,
  lists: (index: number): string => `l${index}.idx`,
  facets: 'facets.idx',
  adopted: 'adopted.idx',
  names: 'names.idx',
} as const;

/** Name of the root, in the folder of the index itself. */
export const rootName = 'root.idx';
