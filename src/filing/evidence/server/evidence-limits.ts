import type { Database } from '../../../platform/postgres.ts';
import { isWithinLimit } from '../../abuse/server/submission-limit.ts';
import type { BlobStore } from './blob-store.ts';
import { deleteUnfiled, findFiles, idOf } from './store.ts';
import { storeFile } from './store-file.ts';
import type { UploadTools } from './store-uploads.ts';

/**
 * Evidence files in a database and a blob store. Uploads of a sender have a rate limit of their own, as high as that for submissions,
 * so that a sender with many files can still file.
 */
export function evidenceLimits(db: Database, blobs: BlobStore, address: string): UploadTools {
  const withinLimit = () => isWithinLimit(db, address, 'files');
  return {
    keep: (form, file) => storeFile({ db, blobs, withinLimit }, form, file),
    remove: (token) => deleteUnfiled(db, idOf(token)),
    find: (form, ids) => findFiles(db, form, ids),
  };
}
