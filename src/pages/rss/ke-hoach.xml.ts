import type { APIRoute } from 'astro';
import { planChanges } from '../../plan/versions/changes.ts';
import { planFeed } from '../../plan/versions/plan-feed.ts';

/** The documents that made and amended the plan. */
export const GET: APIRoute = async ({ url, site = url }) => planFeed(planChanges, site);
