import type { APIRoute } from 'astro';
import { readLiveCollection } from '../../gallery/live-collection.ts';
import { servedCases } from '../../progress/comments/server/served-cases.ts';
import { begunCases } from '../../vocabulary/comment-cases.ts';

/** Which lists this build shows, and in which version: the sync reads it to note what the public could see. */
export const GET: APIRoute = async () =>
  Response.json(servedCases(begunCases(new Date()), await readLiveCollection('ownerFiles')));
