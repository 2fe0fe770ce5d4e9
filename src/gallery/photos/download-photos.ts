import type { Database } from '../../platform/postgres.ts';
import { fetchPhoto } from './fetch-photo.ts';
import { claimPhoto, forgetPhotos, keepPhoto, notePhotoProblem } from './queue.ts';

/** Most pictures that one run fetches. The next run follows within a minute. */
const photosARun = 4;

/**
 * Fetches a few queued pictures while their addresses work, and deletes pictures that no story needs any more. After `lastStart`,
 * no download begins.
 */
export async function downloadPhotos(db: Database, lastStart: Date): Promise<void> {
  await forgetPhotos(db);
  for (let taken = 0; taken < photosARun && Date.now() < lastStart.getTime(); taken += 1) {
    const wanted = await claimPhoto(db);
    if (!wanted) return;
    const fetched = await fetchPhoto(wanted.url);
    if (fetched.ok) await keepPhoto(db, wanted.attachment, fetched);
    else await notePhotoProblem(db, wanted.attachment, fetched);
  }
}
