import { getStore } from '@netlify/blobs';
import type { BlobStore } from './blob-store.ts';

/** The client tries again for half a minute; nobody waits so long, and a function may not. */
const patienceMs = 7_000;

/** The store is asked for at each call: the platform may give its token with each request. */
const evidence = () => getStore({ name: 'evidence', consistency: 'strong' });

async function within<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`Blobs gave no answer within ${patienceMs} ms.`)),
    patienceMs,
  );
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

/** Files in Netlify Blobs, read as they were written last. https://docs.netlify.com/build/data-and-storage/netlify-blobs/ */
export const netlifyBlobs: BlobStore = {
  put: async (key, bytes) => {
    const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    // No other has this key: where something is there already, an earlier try of the client put it there whole.
    await within(evidence().set(key, whole, { onlyIfNew: true }));
  },
  get: async (key) => {
    const found: ArrayBuffer | null = await within(evidence().get(key, { type: 'arrayBuffer' }));
    return found && new Uint8Array(found);
  },
  remove: (key) => within(evidence().delete(key)),
};
