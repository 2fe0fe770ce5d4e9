import type { APIRoute } from 'astro';
import { openApi } from '../../../gallery/open-data/openapi.ts';

/** The API of the site as OpenAPI 3.1. */
export const GET: APIRoute = ({ site, url }) => Response.json(openApi(site ?? url));
