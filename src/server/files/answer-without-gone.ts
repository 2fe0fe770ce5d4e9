import type { IncomingMessage } from 'node:http';
import type { GonePages } from './gone-pages.ts';
import { withoutGone } from './without-gone.ts';

/** Pages that functions fill from files of the build. What others answer they read from the store, which knows what is gone. */
const filledFromBuild = /^\/(?:tim-kiem|dien-hinh)\/$/;

/** Takes from a request that the visitor, or a proxy, has the page already: what it has may name what is gone. */
export function askWhole(incoming: IncomingMessage): void {
  incoming.rawHeaders = incoming.rawHeaders.filter(
    (_, at, all) => all[at - (at % 2)]?.toLowerCase() !== 'if-none-match',
  );
}

/** Leaves what is gone out of the answers of functions that read the build: results of the search, and the page itself. */
export const answerWithoutGone =
  ({ all }: Pick<GonePages, 'all'>) =>
  async (path: string, answer: Response): Promise<Response> => {
    const gone = all();
    const { status } = answer;
    if (gone.length === 0 || status !== 200 || !filledFromBuild.test(path)) return answer;
    const bytes = Buffer.from(await answer.arrayBuffer());
    const rest = withoutGone(path, bytes, gone);
    const headers = new Headers(answer.headers);
    headers.set('Cache-Control', 'no-store');
    headers.delete('ETag');
    return new Response(new Uint8Array(typeof rest === 'string' ? bytes : rest), { status, headers });
  };
