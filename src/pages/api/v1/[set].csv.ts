import type { APIRoute } from 'astro';
import { builtFile, pathsOf } from '../../../gallery/open-data/built-files.ts';
import type { DataSet } from '../../../gallery/open-data/data-set.ts';
import { readSources } from '../../../progress/coverage/read-sources.ts';

export const getStaticPaths = () => pathsOf('csv');

/** A data set as a table for spreadsheet programs. */
export const GET: APIRoute<{ set: DataSet }> = async ({ props, site, url }) =>
  new Response(builtFile(props.set, 'csv', await readSources(site ?? url)), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
