import type { APIRoute } from 'astro';
import { builtFile, pathsOf } from '../../../gallery/open-data/built-files.ts';
import type { DataSet } from '../../../gallery/open-data/data-set.ts';
import { readSources } from '../../../progress/coverage/read-sources.ts';

export const getStaticPaths = () => pathsOf('json');

/** A data set as JSON; stories are in the order of the search index. */
export const GET: APIRoute<{ set: DataSet }> = async ({ props, site, url }) =>
  new Response(builtFile(props.set, 'json', await readSources(site ?? url)), {
    headers: { 'content-type': 'application/json' },
  });
