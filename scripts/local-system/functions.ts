import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const folder = 'functions';

const moduleSchema = z.object({
  default: z.function({ input: [z.instanceof(Request), z.unknown()], output: z.promise(z.unknown()) }),
  config: z.object({ path: z.union([z.string(), z.array(z.string())]).optional() }),
});

interface Route {
  pattern: URLPattern;
  handle: (request: Request, context: unknown) => Promise<unknown>;
}

/** Loads a module by its path from the project's folder. */
type LoadModule = (path: string) => Promise<unknown>;

const importOnce: LoadModule = (path) => import(pathToFileURL(path).href);

async function routesOf(path: string, load: LoadModule): Promise<Route[]> {
  const module = moduleSchema.parse(await load(path));
  return [module.config.path ?? []]
    .flat()
    .map((pathname) => ({ pattern: new URLPattern({ pathname }), handle: module.default }));
}

/** Answers a request that belongs to a function; undefined for all others. */
export type AnswerByFunction = (request: Request) => Promise<Response | undefined>;

/** How Netlify tells a function who asks: https://docs.netlify.com/build/functions/api/#ip */
const addressHeader = 'x-nf-client-connection-ip';
let visitors = 0;

/**
 * Who asks on one's own machine: the address that the request names, so that limits can be tried; without one, a visitor of his own
 * (of addresses that RFC 3849 keeps for examples), so that tests and trials are not taken for one office.
 */
function visitorOf({ headers }: Request): string {
  visitors += 1;
  return (
    headers.get(addressHeader) ??
    `2001:db8:${(visitors >> 16).toString(16)}:${(visitors & 0xffff).toString(16)}::1`
  );
}

/**
 * The functions of the site, by the path that each declares, run in this process as in a warm instance. (The platform's
 * own emulator traces every dependency anew for each call, which takes seconds; a test has it bundle them all once.)
 */
export async function loadFunctions(load = importOnce): Promise<AnswerByFunction> {
  const files = await readdir(folder);
  const routes = (await Promise.all(files.map((file) => routesOf(`${folder}/${file}`, load)))).flat();
  return async (request) => {
    for (const { pattern, handle } of routes) {
      const match = pattern.exec(request.url);
      if (!match) continue;
      const answer = await handle(request, { params: match.pathname.groups, ip: visitorOf(request) });
      return answer instanceof Response ? answer : new Response(null, { status: 204 });
    }
    return undefined;
  };
}
