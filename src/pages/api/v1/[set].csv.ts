import type { APIRoute } from 'astro';
import { builtFile, pathsOf } from '../../../gallery/open-data/built-files.ts';
import type { DataSet } from '../../../gallery/open-data/data-set.ts';

export const getStaticPaths = () => pathsOf('csv');

/** A data set as a table for spreadsheet programs. */
export const GET: APIRoute<{ set: DataSet }> = async ({ props, site, url }) =>
  new Response(await builtFile(props.set, 'csv', site ?? url), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
