import type { APIRoute } from 'astro';
import { correctionsFeed } from '../../gallery/press/corrections-feed.ts';
import { publishedStories } from '../../gallery/published.ts';

/** The corrections of published stories, for feed readers. */
export const GET: APIRoute = async ({ site, url }) => correctionsFeed(await publishedStories(), site ?? url);
