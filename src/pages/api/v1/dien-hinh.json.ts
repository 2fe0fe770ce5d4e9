import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { newestFirst } from '../../../components/stories/story-terms.ts';
import { openDocument } from '../../../stories/open-data.ts';

/** All published stories as data, newest first: in the order of the search index. */
export const GET: APIRoute = async ({ site, url }) => {
  const stories = newestFirst((await getCollection('stories')).map(({ data }) => data));
  return Response.json(openDocument(stories, site ?? url, new Date()));
};
