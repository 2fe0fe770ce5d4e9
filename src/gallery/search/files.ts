/** Cards per file. A first page of results loads about as many files as it has cards. */
export const cardsAFile = 8;

/** The first file of the index, at a fixed address: data that every query needs, and the place of all other files. */
export interface Root {
  /** Digest of the index: the folder of all its other files. */
  edition: string;
  stories: number;
  /** Keys of all words except numbers, in order, separated by spaces. */
  keys: string;
  /** Keys of words that occur only in texts. Queries for these words go to the index of texts. */
  textKeys: string;
  /** Keys of words that very many stories contain. Each of these words has a separate file with its list. */
  often: string;
  /** For each of `keys` the order of magnitude of its occurrences: log2 as one digit in base 36. */
  weights: string;
  /** The first key of each shard. */
  shards: string[];
  /** The first key of each shard of lists. A list holds the stories that contain a word anywhere. */
  lists: string[];
  /** For each story, the number of words of its name as one digit in base 36; `z` for 35 or more. */
  lengths: string;
}

/** A story in a list of results. Its number is its position in the list of all stories, newest first. */
export interface Card {
  /** `MH-0001`: also the seed of its ornament. */
  id: string;
  /** Address on this site. */
  url: string;
  kind: string;
  name: string;
  summary: string;
  unitName: string;
  year: number;
  /** Ids, in the story's order. */
  strands: string[];
  /** Id; null for a model. */
  awardForm: string | null;
  /** How many units have adopted the model. */
  adopters: number;
  /** Address of the small photo; null where the card shows a woven cloth. */
  photo: string | null;
  /** An invented record, which must say so wherever it is shown. */
  sample: boolean;
}

/** Names of the files of an edition, relative to its folder. */
export const fileNames = {
  shard: (index: number): string => `w${index}.idx`,
  cards: (index: number): string => `c${index}.idx`,
  often: (key: string): string => `o-${key}.idx`,
  lists: (index: number): string => `l${index}.idx`,
  facets: 'facets.idx',
  names: 'names.idx',
} as const;

/** Name of the root, in the folder of the index itself. */
export const rootName = 'root.idx';
