import type { APIRoute } from 'astro';
import { mainFeed } from '../feeds/feeds.ts';
import { feedResponse } from '../feeds/rss.ts';
import { publishedStories } from '../published-stories.ts';

/** The newest stories. */
export const GET: APIRoute = async ({ url, site = url }) =>
  feedResponse(mainFeed, await publishedStories(), site);
