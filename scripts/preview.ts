import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NetlifyDev } from '@netlify/dev';

/** The site as Netlify would serve it: `dist` with its headers and redirects, and the functions. */
export interface Preview {
  /** Takes up new redirects after a build. Requests under way end on the old rules. */
  reload: () => Promise<void>;
  close: () => Promise<void>;
}

async function startNetlify(): Promise<NetlifyDev> {
  const netlify = new NetlifyDev({
    projectRoot: process.cwd(),
    skipGitignore: true,
    serverAddress: null,
    aiGateway: { enabled: false },
    blobs: { enabled: false },
    database: { enabled: false },
    edgeFunctions: { enabled: false },
    environmentVariables: { enabled: false },
    geolocation: { enabled: false },
    images: { enabled: false },
    server: { enabled: false },
  });
  await netlify.start();
  return netlify;
}

async function answer(netlify: NetlifyDev, request: IncomingMessage, url: string): Promise<Response> {
  const result = await netlify.handleAndIntrospectNodeRequest(request);
  if (result) return result.response;
  const page = await netlify.handleAndIntrospect(new Request(new URL('/404.html', url)));
  return new Response(page?.response.body ?? 'Không tìm thấy trang.', {
    status: 404,
    headers: page?.response.headers ?? {},
  });
}

async function write(answered: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  if (!answered.body) return void response.end();
  await pipeline(Readable.from(answered.body), response);
}

/**
 * Serves the built site at a port of this machine; requests wait for `built`. Rejects with the system's error when the
 * port is taken.
 */
export async function startPreview(port: number, built: Promise<void>): Promise<Preview> {
  const url = `http://localhost:${port}`;
  let current = built.then(startNetlify);
  current.catch(() => undefined);
  const server = createServer((request, response) => {
    current
      .then((netlify) => answer(netlify, request, url))
      .then((answered) => write(answered, response))
      .catch((error: unknown) => {
        // A visitor who went away mid-answer is no fault.
        if (!request.destroyed) console.error(error);
        response.destroy();
      });
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    reload: async () => {
      const [old, next] = [await current, await startNetlify()];
      current = Promise.resolve(next);
      setTimeout(() => void old.stop(), 5_000).unref();
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await current.then(
        (netlify) => netlify.stop(),
        () => undefined,
      );
    },
  };
}
