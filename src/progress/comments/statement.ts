import type { ShownContent } from './content.ts';

// Browsers load this module, so it imports no schema.

/** The beginning of every proof of publication. */
export const noticeProof = 'thi-dua-dong-nai/niem-yet';

/** States that the public site was seen to show a list for comment, and from when to when. */
export interface NoticeStatement {
  v: 1;
  type: typeof noticeProof;
  /** `Mã đợt`. */
  id: string;
  name: string;
  address: string;
  /** When it was to be published and its last day, in words. */
  from: string;
  lastDay: string;
  /** SHA-256, in hex, of the content as JSON. */
  contentSha256: string;
  /** When the site was first and last seen to show this content, ISO 8601 in UTC. */
  firstSeenAt: string;
  lastSeenAt: string;
  /** How often it was seen. */
  times: number;
  /** How many other versions were shown before. */
  earlierVersions: number;
  /** When this statement was made. */
  madeAt: string;
  sample: boolean;
  /** Only of a list that was taken off the page: on which day, and why. */
  takenOff?: { on: string; reason: string };
}

/** A proof of publication as a file; `signature` is a compact JWS whose payload is `statement` as JSON, null without a key. */
export interface NoticeFile {
  proof: typeof noticeProof;
  statement: NoticeStatement;
  signature: string | null;
  /** Null once the list was taken off: then only its digest is told. */
  content: ShownContent | null;
}
