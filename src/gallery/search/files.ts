/** Stories whose cards are in one file: a first page of results asks for about as many files as it has cards. */
export const cardsAFile = 8;

/** The first file of the index, at a fixed address: what every query needs, and where the rest is. */
export interface Root {
  /** Digest of the index: the folder of all its other files. */
  edition: string;
  stories: number;
  /** Every word's key but numbers, in order, parted by spaces. */
  keys: string;
  /** Keys of the words that only texts have: they are asked of the index of texts. */
  textKeys: string;
  /** Keys of the words that very many stories have somewhere: each has its list in a file of its own. */
  often: string;
  /** For each of `keys` the order of magnitude of its occurrences: log2 as one digit in base 36. */
  weights: string;
  /** The first key of each shard. */
  shards: string[];
  /** The first key of each shard of lists: of each word, the stories that have it anywhere. */
  lists: string[];
  /** For each story the number of words of its name, as one digit in base 36; `z` for more. */
  lengths: string;
}

/** A story as a list of results shows it. Its place in the list is its number: newest first. */
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
  /** Address of its small photo; null where a cloth is shown. */
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
