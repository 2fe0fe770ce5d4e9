import type { OwnerFile } from '../../../filing/settings/attached.ts';
import type { CommentCase } from '../../../vocabulary/comment-cases.ts';
import { contentOf } from '../content.ts';
import type { ServedCase } from '../served.ts';
import { contentDigest } from './content-digest.ts';

/** What a build that shows these lists says of itself. */
export const servedCases = (cases: readonly CommentCase[], files: readonly OwnerFile[]): ServedCase[] =>
  cases.map((one) => ({ id: one.id, digest: contentDigest(contentOf(one, files)) }));
