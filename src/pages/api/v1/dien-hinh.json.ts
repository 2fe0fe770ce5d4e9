import type { APIRoute } from 'astro';
import { publishedStories } from '../../../gallery/published.ts';
import { openDocument } from '../../../gallery/stories/open-data.ts';

/** All published stories as data, newest first: in the order of the search index. */
export const GET: APIRoute = async ({ site, url }) => {
  const stories = await publishedStories();
  return Response.json(openDocument(stories, site ?? url, new Date()));
};
