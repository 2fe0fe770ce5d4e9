import { once } from 'node:events';
import { copyFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NetlifyDev } from '@netlify/dev';
import { compressionFor } from './compression.ts';
import { readGone } from './preview-gone.ts';
import { type AnswerByFunction, loadFunctions } from './functions.ts';
import { readRequest } from './read-request.ts';

interface Preview {
  /** Takes up new redirects after a build. Requests under way end on the old rules. */
  reload: () => Promise<void>;
  close: () => Promise<void>;
}

/** What serves one build. */
interface Served {
  netlify: NetlifyDev;
  isGone: (path: string) => boolean;
}

/**
 * Netlify's own handling of a built site, its headers and its redirects, without the parts that the site does not use. The
 * emulator serves the folder that netlify.toml names, beside that file: so `folder` gets a copy of the file.
 */
async function startServing(folder: string): Promise<Served> {
  await copyFile('netlify.toml', join(folder, 'netlify.toml'));
  const netlify = new NetlifyDev({
    projectRoot: resolve(folder),
    skipGitignore: true,
    serverAddress: null,
    aiGateway: { enabled: false },
    blobs: { enabled: false },
    database: { enabled: false },
    edgeFunctions: { enabled: false },
    functions: { enabled: false },
    environmentVariables: { enabled: false },
    geolocation: { enabled: false },
    images: { enabled: false },
    server: { enabled: false },
  });
  await netlify.start();
  return { netlify, isGone: await readGone(join(folder, 'dist')) };
}

/** In Netlify's order: functions, redirects, files, then the page for what is not there. */
async function answer(
  { netlify, isGone }: Served,
  byFunction: AnswerByFunction,
  request: Request,
): Promise<Response> {
  const answered = (await byFunction(request)) ?? (await netlify.handle(request));
  if (answered && isGone(new URL(request.url).pathname))
    return new Response(answered.body, { status: 410, headers: answered.headers });
  if (answered) return answered;
  const page = await netlify.handle(new Request(new URL('/404.html', request.url)));
  return new Response(page?.body ?? 'Không tìm thấy trang.', { status: 404, headers: page?.headers ?? {} });
}

async function write(answered: Response, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = new Headers(answered.headers);
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const compression = answered.body && compressionFor(headers.get('content-type') ?? '', accepted);
  if (compression) {
    headers.set('content-encoding', compression.encoding);
    headers.set('vary', 'Accept-Encoding');
    headers.delete('content-length');
  }
  response.writeHead(answered.status, Object.fromEntries(headers));
  if (!answered.body) return void response.end();
  const steps = compression ? [compression.stream] : [];
  await pipeline([Readable.from(answered.body), ...steps, response]);
}

/**
 * Serves the built site in `folder`/dist at a port of this machine; requests wait for `built`. Rejects with the system's error
 * when the port is taken.
 */
export async function startPreview(port: number, folder: string, built: Promise<void>): Promise<Preview> {
  const origin = `http://localhost:${port}`;
  let current = built.then(() => startServing(folder));
  const functions = built.then(() => loadFunctions());
  Promise.all([current, functions]).catch(() => undefined);
  const server = createServer((request, response) => {
    Promise.all([current, functions])
      .then(async ([served, byFunction]) => answer(served, byFunction, await readRequest(request, origin)))
      .then((answered) => write(answered, request, response))
      .catch((error: unknown) => {
        // A visitor who leaves during the answer is no error.
        if (!request.destroyed) console.error(error);
        response.destroy();
      });
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    reload: async () => {
      const [old, next] = [await current, await startServing(folder)];
      current = Promise.resolve(next);
      setTimeout(() => void old.netlify.stop(), 5_000).unref();
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await current.then(
        ({ netlify }) => netlify.stop(),
        () => undefined,
      );
    },
  };
}
