/**
 * Of which parts Pagefind's index is made: the first stands in the index's own folder, the others in folders of it that bear their
 * names. Written beside the first, and read before anything else.
 */
export interface PartsList {
  /** Digest of all parts: tells one edition of the index from another. */
  edition: string;
  /** Names of the parts after the first. */
  parts: string[];
}

/** Name of the file with the list, under the folder of the index. */
export const partsListName = 'parts.json';
