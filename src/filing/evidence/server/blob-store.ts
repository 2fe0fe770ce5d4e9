/** Stores the bytes of files by key. Every call may throw. */
export interface BlobStore {
  /** Stores bytes under a key that nothing else uses; every later read sees them. */
  put: (key: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Returns the bytes, or null if the key is unknown. */
  get: (key: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Deletes the key; an unknown key is no error. */
  remove: (key: string) => Promise<void>;
}
