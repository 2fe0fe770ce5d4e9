import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { mainFeed } from '../feeds/feeds.ts';
import { feedResponse } from '../feeds/rss.ts';

/** The newest stories. */
export const GET: APIRoute = async ({ url, site = url }) =>
  feedResponse(
    mainFeed,
    (await getCollection('stories')).map(({ data }) => data),
    site,
  );
