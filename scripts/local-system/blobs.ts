import { randomUUID } from 'node:crypto';
import { BlobsServer } from '@netlify/blobs/server';

/** A running store of blobs. */
interface LocalBlobs {
  /** What the platform would put into `NETLIFY_BLOBS_CONTEXT`: the client finds the store by it. */
  context: string;
  stop: () => Promise<void>;
}

/** Netlify Blobs on this machine: the platform's own emulator, over HTTP, with its files in a folder. */
export async function startBlobs(folder: string): Promise<LocalBlobs> {
  const token = randomUUID();
  const server = new BlobsServer({ directory: folder, token, logger: () => undefined });
  const { port } = await server.start();
  const url = `http://localhost:${port}`;
  const context = { edgeURL: url, uncachedEdgeURL: url, siteID: 'local', token, primaryRegion: 'local' };
  return {
    context: Buffer.from(JSON.stringify(context)).toString('base64'),
    stop: async () => void (await server.stop()),
  };
}
