import type { APIRoute } from 'astro';
import { publishedStories } from '../../../gallery/published.ts';
import { openDocument } from '../../../gallery/stories/open-data.ts';
import { csvOf } from '../../../gallery/stories/open-document.ts';

/** All published stories as a table for spreadsheet programs, newest first. */
export const GET: APIRoute = async ({ site, url }) => {
  const stories = await publishedStories();
  return new Response(csvOf(openDocument(stories, site ?? url, new Date())), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
};
