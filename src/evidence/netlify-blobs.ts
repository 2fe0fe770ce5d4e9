import { getStore } from '@netlify/blobs';
import type { BlobStore } from './blob-store.ts';

/** The store is asked for at each call: the platform may give its token with each request. */
const evidence = () => getStore({ name: 'evidence', consistency: 'strong' });

/** Files in Netlify Blobs, read as they were written last. https://docs.netlify.com/build/data-and-storage/netlify-blobs/ */
export const netlifyBlobs: BlobStore = {
  put: async (key, bytes) => {
    const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const { modified } = await evidence().set(key, whole, { onlyIfNew: true });
    if (!modified) throw new Error('A blob is there already under a new key.');
  },
  get: async (key) => {
    const found: ArrayBuffer | null = await evidence().get(key, { type: 'arrayBuffer' });
    return found && new Uint8Array(found);
  },
  remove: (key) => evidence().delete(key),
};
