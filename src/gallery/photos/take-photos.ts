import type { Database } from '../../platform/postgres.ts';
import { fetchPhoto } from './fetch-photo.ts';
import { claimPhoto, forgetPhotos, keepPhoto, notePhotoProblem } from './queue.ts';

/** Most pictures that one run fetches. The next run follows within a minute. */
const photosARun = 4;
/** Latest start of a download, counted from the begin of the run: it still ends before the platform ends the run. */
const lastStartMs = 22_000;

/** Fetches a few queued pictures while their addresses work, and deletes pictures that no story needs any more. */
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
