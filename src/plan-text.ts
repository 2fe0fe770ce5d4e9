import { getCollection } from 'astro:content';
import { type Clause, parseClauses } from './plan/clauses.ts';

/** The parts of the plan in reading order, as entries to render. */
export async function planParts() {
  const parts = await getCollection('plan');
  return parts.sort((a, b) => a.data.order - b.data.order);
}

/** The clauses of the whole plan, a tree for each part, in reading order. */
export async function planClauses(): Promise<Clause[]> {
  return (await planParts()).flatMap(({ body = '' }) => parseClauses(body));
}
