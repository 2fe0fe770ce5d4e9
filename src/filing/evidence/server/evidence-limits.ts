import type { Database } from '../../../platform/postgres.ts';
import { isWithinLimit } from '../../abuse/server/filing-limit.ts';
import type { BlobStore } from './blob-store.ts';
import { storeFile } from './store-file.ts';
import { findFiles, idOf, deleteUnfiled } from './store.ts';
import type { FilingFiles } from './store-uploads.ts';

/**
 * The files of filings in a database and a store of bytes. Uploads of a sender are counted apart from its filings, with
 * the same limit: whoever has chosen many files can still file.
 */
export function evidenceLimits(db: Database, blobs: BlobStore, address: string): FilingFiles {
  const withinLimit = () => isWithinLimit(db, address, 'files');
  return {
    keep: (form, file) => storeFile({ db, blobs, withinLimit }, form, file),
    takeOut: (token) => deleteUnfiled(db, idOf(token)),
    find: (form, ids) => findFiles(db, form, ids),
  };
}
