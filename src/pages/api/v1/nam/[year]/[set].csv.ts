import type { APIRoute } from 'astro';
import { type Edition, editionCsv } from '../../../../../gallery/open-data/edition.ts';
import { editionRoutes } from '../../../../../gallery/open-data/edition-files.ts';
import { readSources } from '../../../../../progress/coverage/read-sources.ts';

export const getStaticPaths = editionRoutes;

/** The frozen copy of a data set, as a table for spreadsheet programs. */
export const GET: APIRoute<{ edition: Edition }> = async ({ props, site, url }) =>
  new Response(editionCsv(props.edition, await readSources(site ?? url)), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
