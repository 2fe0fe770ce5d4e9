import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AstroInlineConfig, HookParameters } from 'astro';
import { loadFunctions } from '../../src/server/functions/load.ts';
import { readRequest } from './read-request.ts';
import { visitorOf } from './visitors.ts';

/** Vite's development server, as Astro hands it to its hooks. */
export type ViteServer = HookParameters<'astro:server:setup'>['server'];

type VitePlugin = NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number];

/** A request with this header gets the page itself, without the functions. */
const pageItself = 'x-page-itself';

/** Takes the place of src/platform/http/built-page.ts, whose pages are those of a build: reads them from this server. */
const readDevPage = (origin: string) => `
export const builtPageReader = () => async (path) => {
  const address = new URL('/' + path.replace(/^\\/+|\\/+$/g, '') + '/', '${origin}');
  const answer = await fetch(address, { headers: { '${pageItself}': '1' } });
  if (!answer.ok) throw new Error('The page ' + address.pathname + ' answers ' + answer.status + '.');
  return answer.text();
};`;

/** Takes the place of src/platform/http/catch-faults.ts: here, a fault is shown with the lines of the sources. */
const throwFaults = 'export const catchFaults = (name, handle) => async (...call) => handle(...call);';

async function write(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

/**
 * Vite: answers with the functions of the site before the pages, as the platform does. Each request takes them as their
 * files now are; an error of theirs goes to the terminal and to Vite's own page, with the lines of the sources.
 */
export function devFunctions(origin: string): VitePlugin {
  const answerByFunction = async (vite: ViteServer, request: IncomingMessage) => {
    if (request.headers[pageItself] !== undefined) return undefined;
    const { routes } = await loadFunctions((path) => vite.ssrLoadModule(`/${path}`));
    const asked = await readRequest(request, origin);
    for (const { path, handle } of routes) {
      const match = new URLPattern({ pathname: path }).exec(asked.url);
      if (!match) continue;
      const answer = await handle(asked, { params: match.pathname.groups, ip: visitorOf(request.headers) });
      return answer instanceof Response ? answer : new Response(null, { status: 204 });
    }
    return undefined;
  };
  return {
    name: 'dev-functions',
    // Runs after Astro, which puts its own middleware first.
    enforce: 'post',
    load: {
      order: 'pre',
      filter: { id: /\/src\/platform\/http\/(built-page|catch-faults)\.ts$/ },
      handler: (id: string) => (id.endsWith('built-page.ts') ? readDevPage(origin) : throwFaults),
    },
    configureServer: (vite: ViteServer) => () => {
      vite.middlewares.stack.unshift({
        route: '',
        handle: (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
          answerByFunction(vite, request)
            .then((answer) => (answer ? write(answer, response) : next()))
            .catch(next);
        },
      });
    },
  };
}
