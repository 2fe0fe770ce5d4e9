import type { FacetValues } from '../stories/facet-values.ts';
import { facetValuesPath } from '../stories/facets.ts';
import { readFacetValues } from '../stories/read-facet-values.ts';

/** Loads the names of all facet values. Rejects when they cannot be loaded. */
export async function loadFacetValues(): Promise<FacetValues> {
  const reply = await fetch(facetValuesPath);
  if (!reply.ok) throw new Error(`${reply.status} for ${reply.url}`);
  return readFacetValues(await reply.json());
}
