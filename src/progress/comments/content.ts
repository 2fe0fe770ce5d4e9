import { officialDate, officialDateTime } from '../../vietnamese/official-date.ts';
import { type CommentCase, ruleWords } from '../../vocabulary/comment-cases.ts';
import { filesThere, type OwnerFile } from '../../filing/settings/attached.ts';

/** What the page of a case shows, word for word: what a proof of publication holds. The order of its members is part of it. */
export interface ShownContent {
  name: string;
  /** “08:00 ngày 01 tháng 12 năm 2026”. */
  from: string;
  /** “ngày 14 tháng 12 năm 2026”. */
  lastDay: string;
  rule: string;
  basis: string;
  ways: string;
  list: readonly (readonly string[])[];
  draft: string | null;
  files: readonly { name: string; sha256: string }[];
}

/** What the page of a case shows, with the files that have come. */
export const contentOf = (one: CommentCase, all: readonly OwnerFile[]): ShownContent => ({
  name: one.name,
  from: officialDateTime(one.opensAt),
  lastDay: officialDate(one.lastDay),
  rule: ruleWords(one),
  basis: one.basis,
  ways: one.ways,
  list: one.list,
  draft: one.draft,
  files: filesThere(one.files, all).map(({ name, sha256 }) => ({ name, sha256 })),
});
