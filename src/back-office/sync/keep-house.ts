import { forgetPasses } from '../../filing/abuse/pass.ts';
import { deletePastCounts } from '../../filing/abuse/server/submission-limit.ts';
import type { BlobStore } from '../../filing/evidence/server/blob-store.ts';
import { deleteUnwanted } from '../../filing/evidence/server/delete-unfiled.ts';
import { downloadModelFiles } from '../../gallery/model-files/server/download-files.ts';
import { downloadPhotos } from '../../gallery/photos/download-photos.ts';
import type { Database } from '../../platform/postgres.ts';
import { noteShownCases } from '../../progress/comments/server/shown.ts';
import { closeYears } from '../statistics/close-years.ts';

interface HouseTools {
  db: Database;
  blobs: BlobStore;
  siteUrl: string;
  now: Date;
  /** After this time nothing that may take seconds begins. */
  lastStart: Date;
}

/** The steps of a sync for which nobody waits: files to fetch, what to delete, what to note for later. */
export async function keepHouse(
  step: (name: string, work: () => Promise<void>) => Promise<void>,
  { db, blobs, siteUrl, now, lastStart }: HouseTools,
): Promise<void> {
  await step('unwanted files', async () => void (await deleteUnwanted(db, blobs, lastStart)));
  await step('photos', () => downloadPhotos(db, lastStart));
  await step('files of models', () => downloadModelFiles(db, lastStart));
  await step('lists up for comment', () => noteShownCases(db, siteUrl, now));
  await step('closed years', () => closeYears(db, siteUrl, now, lastStart));
  await step('limits', async () => {
    await deletePastCounts(db);
    await forgetPasses(db);
  });
}
