import type { TermEntry } from './postings.ts';

/** What the ranking reads of an index, however the index is stored. Documents have numbers from 0. */
export interface TermIndex {
  /** How many documents the index has. */
  readonly size: number;
  /** Keys of all words but numbers. */
  readonly keys: readonly string[];
  /** Whether a word is in the index. An index that does not list its numbers says yes to each. */
  has(key: string): boolean;
  /** Whether a word stands in texts and nowhere else. */
  isOnlyInTexts(key: string): boolean;
  /** Log2 of how often a word stands in the index. */
  weight(key: string): number;
  /** Words outside of texts that begin with these letters. */
  beginningWith(start: string): string[];
  /** The entries of these keys. Keys that the index lacks are left out. */
  entries(keys: Iterable<string>): Promise<Map<string, TermEntry>>;
  /** How common a word is: the share of documents that have it, or of its occurrences; 0 for an unknown word. */
  shareOf(entry: TermEntry | undefined): number;
  /** The number of words of a document's name. */
  nameLength(doc: number): number;
  /** Name and summary of a document. */
  textOf(doc: number): Promise<string>;
}
