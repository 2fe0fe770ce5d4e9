import type { APIRoute } from 'astro';
import { workbookType } from '../../../filing/batches/server/batch-receipt.ts';
import { builtFile, pathsOf } from '../../../gallery/open-data/built-files.ts';
import type { DataSet } from '../../../gallery/open-data/data-set.ts';
import { readSources } from '../../../progress/coverage/read-sources.ts';

export const getStaticPaths = () => pathsOf('xlsx');

/** A data set as a workbook, with its dictionary and source. */
export const GET: APIRoute<{ set: DataSet }> = async ({ props, site, url }) =>
  new Response(builtFile(props.set, 'xlsx', await readSources(site ?? url)), {
    headers: { 'content-type': workbookType },
  });
