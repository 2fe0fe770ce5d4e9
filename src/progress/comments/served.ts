/** Where a built site says which lists it shows for comment, and in which version. */
export const servedCasesPath = '/lay-y-kien/dang-hien.json';

/** A list as a built site shows it. */
export interface ServedCase {
  id: string;
  /** See `contentDigest`. */
  digest: string;
}
