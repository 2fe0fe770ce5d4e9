import { getStore } from '@netlify/blobs';
import type { BlobStore } from './blob-store.ts';

/** The client retries for half a minute, which is longer than people wait and a function may run. */
const patienceMs = 7_000;

/** Opens the store at each call, because the platform may pass a new token with each request. */
const evidence = () => getStore({ name: 'evidence', consistency: 'strong' });

async function within<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`Blobs gave no answer within ${patienceMs} ms.`)),
    patienceMs,
  );
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

/** Files in Netlify Blobs, with strong consistency. https://docs.netlify.com/build/data-and-storage/netlify-blobs/ */
export const netlifyBlobs: BlobStore = {
  put: async (key, bytes) => {
    const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    // Keys are unique: if the key exists, an earlier try of the client has already stored the whole file.
    await within(evidence().set(key, whole, { onlyIfNew: true }));
  },
  get: async (key) => {
    const found: ArrayBuffer | null = await within(evidence().get(key, { type: 'arrayBuffer' }));
    return found && new Uint8Array(found);
  },
  remove: (key) => within(evidence().delete(key)),
};
