/** Storage for the bytes of files, by key. Every call may throw. */
export interface BlobStore {
  /** Stores bytes under a new key. Later reads see them. */
  put: (key: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Reads the bytes of a key; null where the key does not exist. */
  get: (key: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Deletes a key, whether or not it exists. */
  remove: (key: string) => Promise<void>;
}
