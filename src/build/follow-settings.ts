import type { MiddlewareHandler } from 'astro';
import { readLiveCollection } from '../gallery/live-collection.ts';
import { followRows } from '../vocabulary/owner-settings.ts';

/** Before a page is rendered: the rows that the owner set are known to everything that the page asks. */
export const onRequest: MiddlewareHandler = async (_, next) => {
  const [settings] = await readLiveCollection('settings');
  followRows(settings?.rows ?? []);
  return next();
};
