import type { Database } from '../../../platform/postgres.ts';
import { isWithinLimit } from '../../abuse/server/filing-limit.ts';
import type { BlobStore } from './blob-store.ts';
import { storeFile } from './store-file.ts';
import { findFiles, idOf, deleteUnfiled } from './store.ts';
import type { FilingFiles } from './store-uploads.ts';

/**
 * Evidence files in a database and a blob store. Uploads have the same limit as filings but a count of their own, so a sender who
 * uploaded many files can still file.
 */
export function evidenceLimits(db: Database, blobs: BlobStore, address: string): FilingFiles {
  const withinLimit = () => isWithinLimit(db, address, 'files');
  return {
    keep: (form, file) => storeFile({ db, blobs, withinLimit }, form, file),
    takeOut: (token) => deleteUnfiled(db, idOf(token)),
    find: (form, ids) => findFiles(db, form, ids),
  };
}
