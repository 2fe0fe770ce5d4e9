import { shortPath } from '../stories/story-terms.ts';
import type { Photo } from '../story.ts';
import { jpegOriginal } from './jpeg-original.ts';
import { photoXmp } from './photo-xmp.ts';

/** A picture of a story with its credit, caption and page in the file, and no other metadata. Throws JpegError. */
export const creditedPhoto = (
  file: Uint8Array,
  { id, photo, origin }: { id: string; photo: Omit<Photo, 'attachment'>; origin: string },
): Uint8Array<ArrayBuffer> => jpegOriginal(file, photoXmp(photo, new URL(shortPath(id), origin).href));
