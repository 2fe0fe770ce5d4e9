import { getStore } from '@netlify/blobs';
import { within } from '../../../platform/within.ts';
import type { BlobStore } from './blob-store.ts';

/** Limit for one call. The client itself retries for half a minute, longer than a sender or a function may wait. */
const patienceMs = 7_000;

/** Gets the store at each call, because the platform may pass a new token with each request. */
const evidence = () => getStore({ name: 'evidence', consistency: 'strong' });

const inTime = <T>(work: Promise<T>): Promise<T> =>
  within(patienceMs, work, () => new Error(`Blobs gave no answer within ${patienceMs} ms.`));

/** Files in Netlify Blobs with strong consistency. https://docs.netlify.com/build/data-and-storage/netlify-blobs/ */
export const netlifyBlobs: BlobStore = {
  put: async (key, bytes) => {
    const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    // Keys are unique: if the key exists, an earlier try of the client stored the same bytes completely.
    await inTime(evidence().set(key, whole, { onlyIfNew: true }));
  },
  get: async (key) => {
    const found: ArrayBuffer | null = await inTime(evidence().get(key, { type: 'arrayBuffer' }));
    return found && new Uint8Array(found);
  },
  remove: (key) => inTime(evidence().delete(key)),
};
