import type { APIRoute } from 'astro';
import { pressKit } from '../../gallery/press/kit.ts';

/** The press kit. */
export const GET: APIRoute = ({ site, url }) =>
  new Response(pressKit(site ?? url), { headers: { 'content-type': 'application/zip' } });
