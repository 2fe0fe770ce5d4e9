import type { Database } from '../../platform/postgres.ts';
import type { StoredStory, Story } from '../story.ts';
import { forgetDrawn, keepDrawn, photoCache, readSize } from './cache.ts';
import { drawPhoto } from './draw.ts';
import type { PhotoSize } from './drawn-sizes.ts';
import { notePhotoProblem } from './queue.ts';

type StoredPhoto = NonNullable<StoredStory['photo']>;

async function drawnSize(
  db: Database,
  { attachment, digest }: StoredPhoto,
  folder: string,
): Promise<PhotoSize | null> {
  const known = await readSize(digest, folder);
  if (known) return known;
  const { rows } = await db.query<{ bytes: Buffer }>('select bytes from photos where attachment = $1', [
    attachment,
  ]);
  const drawn = rows[0] ? await drawPhoto(rows[0].bytes) : null;
  if (drawn) await keepDrawn(digest, drawn, folder);
  else await notePhotoProblem(db, attachment, { problem: 'tệp ảnh bị hỏng', isFinal: true });
  return drawn;
}

/**
 * The stories of a build with drawn pictures. Takes pictures drawn earlier from the cache `folder`. A picture that cannot
 * be drawn is noted for staff, and its story appears without a picture.
 */
export async function withPhotos(
  db: Database,
  stories: readonly StoredStory[],
  folder = photoCache,
): Promise<Story[]> {
  const complete: Story[] = [];
  for (const { photo, ...story } of stories) {
    const size = photo && (await drawnSize(db, photo, folder));
    complete.push({
      ...story,
      photo: size && photo ? { ...photo, ...size } : null,
    });
  }
  await forgetDrawn(new Set(stories.flatMap(({ photo }) => photo?.digest ?? [])), folder);
  return complete;
}
