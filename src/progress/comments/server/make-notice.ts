import type { Signer } from '../../../filing/receipts/signing/server/signer.ts';
import type { CommentCase } from '../../../vocabulary/comment-cases.ts';
import { shownContentSchema } from '../content.ts';
import { type NoticeFile, type NoticeStatement, noticeProof } from '../statement.ts';
import type { ShownVersion } from './shown.ts';

/** The proof that the site showed a list, of the version that it showed last; of one that was taken off without its names. Null until the site was seen to show one. */
export function makeNotice(
  { id, path, sample, takenOff }: Pick<CommentCase, 'id' | 'path' | 'sample' | 'takenOff'>,
  versions: readonly ShownVersion[],
  { signer, siteUrl, now }: { signer: Signer | null; siteUrl: string; now: Date },
): NoticeFile | null {
  const last = versions.toSorted((a, b) => a.lastSeenAt.getTime() - b.lastSeenAt.getTime()).at(-1);
  if (!last) return null;
  const content = shownContentSchema.parse(JSON.parse(last.content));
  const statement: NoticeStatement = {
    v: 1,
    type: noticeProof,
    id,
    name: content.name,
    address: new URL(path, siteUrl).href,
    from: content.from,
    lastDay: content.lastDay,
    contentSha256: last.digest,
    firstSeenAt: last.firstSeenAt.toISOString(),
    lastSeenAt: last.lastSeenAt.toISOString(),
    times: last.times,
    earlierVersions: versions.length - 1,
    madeAt: now.toISOString(),
    sample,
    ...(takenOff && { takenOff }),
  };
  const signature = signer?.signText(JSON.stringify(statement), noticeProof) ?? null;
  return { proof: noticeProof, statement, signature, content: takenOff ? null : content };
}
