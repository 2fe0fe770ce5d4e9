import type { APIRoute } from 'astro';
import { readLiveCollection } from '../../gallery/live-collection.ts';
import { contentOf } from '../../progress/comments/content.ts';
import { contentDigest } from '../../progress/comments/server/content-digest.ts';
import type { ServedCase } from '../../progress/comments/served.ts';
import { begunCases } from '../../vocabulary/comment-cases.ts';

/** Which lists this build shows, and in which version: the sync reads it to note what the public could see. */
export const GET: APIRoute = async () => {
  const files = await readLiveCollection('ownerFiles');
  const shown = begunCases(new Date()).map(
    (one): ServedCase => ({
      id: one.id,
      digest: contentDigest(contentOf(one, files)),
    }),
  );
  return Response.json(shown);
};
