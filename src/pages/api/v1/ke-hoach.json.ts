import type { APIRoute } from 'astro';
import { planJson } from '../../../plan/clause-json.ts';
import { planClauses } from '../../../plan/content.ts';
import { planDocument } from '../../../plan/schema.ts';

/** The plan's facts and the list of its clauses. */
export const GET: APIRoute = async ({ site, url }) =>
  Response.json(planJson(planDocument, await planClauses(), site ?? url));
