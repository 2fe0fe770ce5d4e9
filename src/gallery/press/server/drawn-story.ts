import type { StoredStory, Story } from '../../story.ts';
import { photoSizesSchema } from '../photo-sizes.ts';
import { pressPhotosPath } from '../press-path.ts';

/** The stored story with the size of its photo, which the last build drew. A photo that no build has drawn yet is left out. */
export async function drawnStory(
  { photo, ...story }: StoredStory,
  { readPage }: { readPage: (path: string) => Promise<string> },
): Promise<Story> {
  if (!photo) return { ...story, photo: null };
  const sizes = photoSizesSchema.parse(JSON.parse(await readPage(pressPhotosPath)));
  const size = sizes[photo.digest];
  return { ...story, photo: size ? { ...photo, ...size } : null };
}
