import { AwsClient } from 'aws4fetch';
import type { BlobStore } from './blob-store.ts';

/** A bucket of an S3-compatible store, such as MinIO. */
export interface Bucket {
  /** Address of the store, without the bucket. */
  endpointUrl: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
}

/** The store of files refused a call; the message names the call and the status, never the key or the secret. */
class FileStoreError extends Error {
  override readonly name = 'FileStoreError';
}

/** Limit for one call: a sender waits for it. */
const patienceMs = 7_000;
const retries = 1;

/** Files in a bucket, addressed by path. https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html */
export function s3Blobs({ endpointUrl, bucket, accessKeyId, secretAccessKey, region }: Bucket): BlobStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries });
  const call = async (method: string, key: string, body?: Uint8Array<ArrayBuffer>) => {
    const address = `${endpointUrl.replace(/\/$/, '')}/${bucket}/evidence/${encodeURIComponent(key)}`;
    const signal = AbortSignal.timeout(patienceMs);
    const answer = await client.fetch(address, { method, signal, ...(body && { body }) });
    if (answer.ok || (answer.status === 404 && method !== 'PUT')) return answer;
    await answer.body?.cancel();
    throw new FileStoreError(
      `The store of files answered ${method} with ${answer.status}. Check S3_* and the bucket.`,
    );
  };
  return {
    put: async (key, bytes) => void (await (await call('PUT', key, bytes)).body?.cancel()),
    get: async (key) => {
      const answer = await call('GET', key);
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
      await answer.body?.cancel();
      return null;
    },
    remove: async (key) => void (await (await call('DELETE', key)).body?.cancel()),
  };
}
