import type { APIRoute } from 'astro';
import { honourEntry } from '../../gallery/honours/statement.ts';
import { publishedStories } from '../../gallery/published.ts';

/** What the page that verifies looks up: code, name, unit and decision of every published story. */
export const GET: APIRoute = async () => Response.json((await publishedStories()).map(honourEntry));
