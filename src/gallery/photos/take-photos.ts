import type { Database } from '../../platform/postgres.ts';
import { fetchPhoto } from './fetch-photo.ts';
import { claimPhoto, forgetPhotos, keepPhoto, notePhotoProblem } from './queue.ts';

/** A run brings in so many at most; the next follows within a minute. */
const photosARun = 4;
/** From its begin: the last download still ends before the platform ends the run. */
const lastStartMs = 22_000;

/** Fetches a few of the pictures that stories want while their addresses live, and forgets those wanted no more. */
export async function takePhotos(db: Database, began: Date): Promise<void> {
  await forgetPhotos(db);
  for (let taken = 0; taken < photosARun && Date.now() - began.getTime() < lastStartMs; taken += 1) {
    const wanted = await claimPhoto(db);
    if (!wanted) return;
    const fetched = await fetchPhoto(wanted.url);
    if (fetched.ok) await keepPhoto(db, wanted.attachment, fetched);
    else await notePhotoProblem(db, wanted.attachment, fetched);
  }
}
