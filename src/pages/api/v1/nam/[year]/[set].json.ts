import type { APIRoute } from 'astro';
import { type Edition, editionJson } from '../../../../../gallery/open-data/edition.ts';
import { editionRoutes } from '../../../../../gallery/open-data/edition-files.ts';
import { readSources } from '../../../../../progress/coverage/read-sources.ts';

export const getStaticPaths = editionRoutes;

/** The frozen copy of a data set, for programs. */
export const GET: APIRoute<{ edition: Edition }> = async ({ props, site, url }) =>
  Response.json(editionJson(props.edition, await readSources(site ?? url)));
