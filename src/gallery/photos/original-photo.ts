import { pageReply, problemReply, seeOther } from '../../platform/http/replies.ts';
import { securityHeaders } from '../../platform/http/security-headers.ts';
import { type Database, queryWithRetry } from '../../platform/postgres.ts';
import { readId } from '../honours/find-honours.ts';
import { isPublic } from '../stories/public.ts';
import { type Photo, photoSchema } from '../story.ts';
import { creditedPhoto } from './credited-photo.ts';

/** A stored picture as it came, with what its story says of it. */
export interface StoredOriginal {
  photo: Photo;
  bytes: Buffer;
}

/** The picture of a story that is public now and was in a build; null for any other, and for one that did not come as JPEG. */
export async function readOriginal(
  db: Database,
  id: string,
  samples: boolean,
): Promise<StoredOriginal | null> {
  const { rows } = await queryWithRetry<{ photo: object; bytes: Buffer }>(
    db,
    `select stories.fields -> 'photo' as photo, photos.bytes
     from stories join shown_stories using (id)
       join photos on photos.attachment = stories.fields -> 'photo' ->> 'attachment'
     where ${isPublic} and id = $2 and photos.bytes is not null and photos.type = 'image/jpeg'`,
    [samples, id],
  );
  return rows[0] ? { photo: photoSchema.parse(rows[0].photo), bytes: rows[0].bytes } : null;
}

/** What the answer needs from its caller. */
interface OriginalTools {
  read: (id: string) => Promise<StoredOriginal | null>;
  /** Whether a story was public once and is not now. */
  isGone: (id: string) => Promise<boolean>;
  readPage: (path: string) => Promise<string>;
  /** Address of the site. */
  origin: string;
}

/**
 * Answers `/anh-goc/<id>.jpg`: the pixels as they came, with credit and caption in the file and no other metadata. A story that was
 * taken down leads to the page that says so; 404 for any other without such a picture.
 */
export async function getOriginal(
  request: Request,
  name: string,
  { read, isGone, readPage, origin }: OriginalTools,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return problemReply(405, 'Hãy tải ảnh bằng GET.', { Allow: 'GET, HEAD' });
  const [, asked = ''] = /^(.+)\.jpe?g$/i.exec(name) ?? [];
  const id = readId(asked) ?? undefined;
  const found = id === undefined ? null : await read(id);
  if (!found || id === undefined)
    return id !== undefined && (await isGone(id))
      ? seeOther(`/d/${id}`)
      : pageReply(404, await readPage('/404.html'));
  const body = creditedPhoto(found.bytes, { id, photo: found.photo, origin });
  return new Response(body, {
    headers: {
      ...securityHeaders,
      'Cache-Control': 'public, max-age=0, must-revalidate',
      'Content-Type': 'image/jpeg',
      'Content-Disposition': `attachment; filename="${id}-goc.jpg"`,
      'X-Robots-Tag': 'noindex',
    },
  });
}
