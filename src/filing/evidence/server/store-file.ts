import { randomBytes } from 'node:crypto';
import type { Database } from '../../../platform/postgres.ts';
import type { UploadedFile } from '../../definitions/uploaded-file.ts';
import type { FiledFile } from '../../definitions/files-field.ts';
import type { BlobStore } from './blob-store.ts';
import { checkFile } from './check-file.ts';
import { idOf, noteStored, noteUpload } from './store.ts';

/** A file that is kept now, or why it is not. */
export type Keeping =
  | { ok: true; kept: UploadedFile; facts: FiledFile }
  | { ok: false; status: 413 | 415 | 422 | 429; message: string };

/** What keeping a file needs from outside. */
export interface KeepTools {
  db: Database;
  blobs: BlobStore;
  /** Counts an upload against its sender's limit; false when there were too many. */
  withinLimit: () => Promise<boolean>;
}

const tooMany: Keeping = {
  ok: false,
  status: 429,
  message: 'Địa chỉ này đã tải lên quá nhiều tệp trong một giờ. Hãy chờ rồi thử lại.',
};

/**
 * Keeps a file of a form, without the metadata of a picture. Resolves when its bytes are safe; throws when a store is out of
 * reach. Its row comes before its bytes, and says last that they are all there.
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
