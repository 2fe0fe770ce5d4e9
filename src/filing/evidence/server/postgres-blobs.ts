import { type Database, queryWithRetry } from '../../../platform/postgres.ts';
import type { BlobStore } from './blob-store.ts';

/** Files in a table of PostgreSQL: one backup holds submissions and their files. */
export function postgresBlobs(db: Database): BlobStore {
  return {
    put: async (key, bytes) => {
      // Keys are unique: if the key exists, an earlier try stored the same bytes.
      await queryWithRetry(
        db,
        'insert into evidence_bytes (key, bytes) values ($1, $2) on conflict do nothing',
        [key, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)],
      );
    },
    get: async (key) => {
      const { rows } = await queryWithRetry<{ bytes: Buffer }>(
        db,
        'select bytes from evidence_bytes where key = $1',
        [key],
      );
      return rows[0] ? new Uint8Array(rows[0].bytes) : null;
    },
    remove: async (key) => {
      await queryWithRetry(db, 'delete from evidence_bytes where key = $1', [key]);
    },
  };
}
