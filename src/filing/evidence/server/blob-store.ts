/** Where the bytes of files lie, by key. Every call may throw. */
export interface BlobStore {
  /** Keeps bytes under a key of their own; whoever reads after it sees them. */
  put: (key: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Null where there is nothing under the key. */
  get: (key: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Nothing is under the key afterwards, whatever was before. */
  remove: (key: string) => Promise<void>;
}
