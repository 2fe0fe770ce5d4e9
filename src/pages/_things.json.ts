import type { APIRoute } from 'astro';
import { readLiveCollection } from '../gallery/live-collection.ts';

/** What this build shows and may have to hide before the next: see src/build/things-file.ts. */
export const GET: APIRoute = async () => Response.json(await readLiveCollection('things'));
