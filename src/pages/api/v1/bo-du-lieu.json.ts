import type { APIRoute } from 'astro';
import { dataSets } from '../../../gallery/open-data/catalogue.ts';
import { stateOf } from '../../../gallery/open-data/data-state.ts';
import { readSources } from '../../../progress/coverage/read-sources.ts';

/** Each data set: how many rows, and when they last changed. The next build compares its rows with these. */
export const GET: APIRoute = async ({ site, url }) => {
  const sources = await readSources(site ?? url);
  return Response.json(dataSets.map((set) => stateOf(set, sources)));
};
