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

async function routesOf(file: string): Promise<Route[]> {
  const module = moduleSchema.parse(await import(pathToFileURL(`${folder}/${file}`).href));
  return [module.config.path ?? []]
    .flat()
    .map((pathname) => ({ pattern: new URLPattern({ pathname }), handle: module.default }));
}

/** Answers a request that belongs to a function; undefined for all others. */
export type AnswerByFunction = (request: Request) => Promise<Response | undefined>;

/**
 * The functions of the site, by the path that each declares, run in this process as in a warm instance. (The platform's
 * own emulator traces every dependency anew for each call, which takes seconds; a test has it bundle them all once.)
 */
export async function loadFunctions(): Promise<AnswerByFunction> {
  const routes = (await Promise.all((await readdir(folder)).map(routesOf))).flat();
  return async (request) => {
    for (const { pattern, handle } of routes) {
      const match = pattern.exec(request.url);
      if (!match) continue;
      const answer = await handle(request, { params: match.pathname.groups, ip: '' });
      return answer instanceof Response ? answer : new Response(null, { status: 204 });
    }
    return undefined;
  };
}
