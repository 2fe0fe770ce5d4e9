import { once } from 'node:events';
import { createServer } from 'node:http';
import { z } from 'zod';
import { dataSets } from '../../../../src/gallery/open-data/catalogue.ts';
import { csvOf, jsonOf } from '../../../../src/gallery/open-data/files.ts';
import { inventedSources } from './sources.ts';

const addressSchema = z.object({ port: z.number() });

/** Serves CSV and JSON of every data set, as the site does; resolves with where. `withMark`: the tables begin with the mark of UTF-8. */
export async function serveTables({ withMark }: { withMark: boolean }) {
  const answer = (url = '') => {
    const set = dataSets.find(({ id }) => url.startsWith(`/api/v1/${id}.`));
    if (!set) return '';
    if (url.endsWith('.json')) return JSON.stringify(jsonOf(set, inventedSources, new Date(0)));
    return csvOf(set, inventedSources).slice(withMark ? 0 : 1);
  };
  const server = createServer(({ url }, reply) => reply.end(answer(url))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = addressSchema.parse(server.address());
  return { origin: new URL(`http://127.0.0.1:${port}`), stop: () => server.close() };
}
