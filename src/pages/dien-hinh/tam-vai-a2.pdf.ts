import type { APIRoute } from 'astro';
import { posterSvg } from '../../gallery/cloth/poster.ts';
import { posterPdf } from '../../gallery/cloth/server/poster-pdf.ts';
import { publishedStories } from '../../gallery/published.ts';

/** The cloth of the movement on A2, to print. */
export const GET: APIRoute = async ({ site, url }) =>
  new Response(Uint8Array.from(posterPdf(posterSvg(await publishedStories(), site ?? url))), {
    headers: { 'content-type': 'application/pdf' },
  });
