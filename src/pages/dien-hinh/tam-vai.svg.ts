import type { APIRoute } from 'astro';
import { posterSvg } from '../../gallery/cloth/poster.ts';
import { publishedStories } from '../../gallery/published.ts';

/** The cloth of the movement as a drawing: each lozenge opens its story. */
export const GET: APIRoute = async ({ site, url }) =>
  new Response(posterSvg(await publishedStories(), site ?? url), {
    headers: { 'content-type': 'image/svg+xml' },
  });
