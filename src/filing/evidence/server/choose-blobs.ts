import type { Database } from '../../../platform/postgres.ts';
import type { BlobStore } from './blob-store.ts';
import { netlifyBlobs } from './netlify-blobs.ts';
import { postgresBlobs } from './postgres-blobs.ts';
import { type Bucket, s3Blobs } from './s3-blobs.ts';

/** Where the bytes of evidence files are kept, as the settings say it. */
export type EvidencePlace = 'netlify' | 'postgres' | Bucket;

/** The store of evidence files. Files that are already stored stay where they are: move them before you change the place. */
export function chooseBlobs(place: EvidencePlace, db: Database): BlobStore {
  if (place === 'netlify') return netlifyBlobs;
  return place === 'postgres' ? postgresBlobs(db) : s3Blobs(place);
}
