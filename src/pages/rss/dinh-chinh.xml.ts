import type { APIRoute } from 'astro';
import { readLiveCollection } from '../../gallery/live-collection.ts';
import { correctionsFeed } from '../../gallery/press/corrections-feed.ts';
import { publishedStories } from '../../gallery/published.ts';

/** Corrections of published stories, and stories that were taken down, for feed readers. */
export const GET: APIRoute = async ({ site, url }) =>
  correctionsFeed(await publishedStories(), await readLiveCollection('withdrawn'), site ?? url);
