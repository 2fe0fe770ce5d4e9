import type { APIRoute } from 'astro';
import { readLiveCollection } from '../../../gallery/live-collection.ts';

/** From what this site was built: the sync compares it with what is published. No personal data. */
export const GET: APIRoute = async () => {
  const [build] = await readLiveCollection('builds');
  return Response.json(build);
};
