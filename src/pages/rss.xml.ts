import type { APIRoute } from 'astro';
import { storyImage } from '../build/social-images/image-file.ts';
import { mainFeed } from '../gallery/feeds/feeds.ts';
import { feedResponse } from '../gallery/feeds/rss.ts';
import { publishedStories } from '../gallery/published.ts';

/** The newest stories. */
export const GET: APIRoute = async ({ url, site = url }) =>
  feedResponse(mainFeed, await publishedStories(), { origin: site, pictureOf: storyImage });
