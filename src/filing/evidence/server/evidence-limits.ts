import type { Database } from '../../../platform/postgres.ts';
import { isWithinLimit } from '../../abuse/server/filing-limit.ts';
import type { BlobStore } from './blob-store.ts';
import { keepFile } from './store-file.ts';
import { findFiles, idOf, takeOut } from './store.ts';
import type { FilingFiles } from './store-uploads.ts';

/**
 * The files of filings in a database and a store of bytes. Uploads of a sender are counted apart from its filings, with
 * the same limit: whoever has chosen many files can still file.
 */
export function filingFiles(db: Database, blobs: BlobStore, address: string): FilingFiles {
  const withinLimit = () => isWithinLimit(db, address, 'files');
  return {
    keep: (form, file) => keepFile({ db, blobs, withinLimit }, form, file),
    takeOut: (token) => takeOut(db, idOf(token)),
    find: (form, ids) => findFiles(db, form, ids),
  };
}
