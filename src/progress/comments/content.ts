import { z } from 'zod';
import { filesThere, type OwnerFile } from '../../filing/settings/attached.ts';
import { officialDate, officialDateTime } from '../../vietnamese/official-date.ts';
import { type CommentCase, ruleWords } from '../../vocabulary/comment-cases.ts';

/** What the page of a case shows, word for word: what a proof of publication holds. The order of its members is part of it. */
export const shownContentSchema = z.object({
  name: z.string(),
  /** “08:00 ngày 01 tháng 12 năm 2026”. */
  from: z.string(),
  /** “ngày 14 tháng 12 năm 2026”. */
  lastDay: z.string(),
  rule: z.string(),
  basis: z.string(),
  ways: z.string(),
  list: z.array(z.array(z.string()).readonly()).readonly(),
  draft: z.string().nullable(),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })).readonly(),
});

/** See `shownContentSchema`. */
export type ShownContent = z.infer<typeof shownContentSchema>;

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
