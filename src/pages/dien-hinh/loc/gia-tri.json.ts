import type { APIRoute } from 'astro';
import { publishedStories } from '../../../gallery/published.ts';
import { facetValues } from '../../../gallery/stories/facet-values.ts';

/** The values of all facets, for the script of the gallery. */
export const GET: APIRoute = async () => Response.json(facetValues(await publishedStories()));
