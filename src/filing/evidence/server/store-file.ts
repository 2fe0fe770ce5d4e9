import { randomBytes } from 'node:crypto';
import type { Database } from '../../../platform/postgres.ts';
import type { FiledFile } from '../../definitions/files-field.ts';
import type { UploadedFile } from '../../definitions/uploaded-file.ts';
import type { BlobStore } from './blob-store.ts';
import { checkFile } from './check-file.ts';
import { idOf, noteStored, noteUpload } from './store.ts';

/** The stored file, or the reason why it was not stored. */
export type Keeping =
  | { ok: true; kept: UploadedFile; facts: FiledFile }
  | { ok: false; status: 413 | 415 | 422 | 429; message: string };

/** Services that storing a file needs. */
export interface KeepTools {
  db: Database;
  blobs: BlobStore;
  /** Counts an upload against the sender's rate limit; false if the sender exceeded it. */
  withinLimit: () => Promise<boolean>;
}

const tooMany: Keeping = {
  ok: false,
  status: 429,
  message: 'Địa chỉ này đã tải lên quá nhiều tệp trong một giờ. Hãy chờ rồi thử lại.',
};

/**
 * Stores a file of a form; a picture loses its metadata. Resolves when the bytes are safe; throws if a store is out of reach. The
 * row is written first, then the bytes, then the row is marked as complete.
 */
export async function storeFile(
  { db, blobs, withinLimit }: KeepTools,
  form: string,
  file: File,
): Promise<Keeping> {
  if (!(await withinLimit())) return tooMany;
  const checked = checkFile(file.name, new Uint8Array(await file.arrayBuffer()));
  if (!checked.ok) return checked;
  const token = randomBytes(32).toString('base64url');
  const id = idOf(token);
  await noteUpload(db, id, form, checked.facts);
  await blobs.put(id, checked.bytes);
  const until = await noteStored(db, id);
  const { name, bytes } = checked.facts;
  return { ok: true, kept: { token, name, bytes, until }, facts: checked.facts };
}
