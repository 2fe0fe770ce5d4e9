import type { APIRoute } from 'astro';
import { photoSizes } from '../../gallery/press/photo-sizes.ts';
import { publishedStories } from '../../gallery/published.ts';

/** The sizes of the published photos, for the press pages. */
export const GET: APIRoute = async () => Response.json(photoSizes(await publishedStories()));
