import { getCollection } from 'astro:content';
import { type Clause, parseClauses } from './clauses.ts';
import { flatten } from './outline.ts';

/** The parts of the plan in reading order, as entries to render. */
export async function planParts() {
  const parts = await getCollection('plan');
  return parts.sort((a, b) => a.data.order - b.data.order);
}

const readClauses = async (): Promise<readonly Clause[]> =>
  (await planParts()).flatMap(({ body = '' }) => parseClauses(body));

/** Clauses are read once per build, not once per page. */
let clauses: ReturnType<typeof readClauses> | undefined;

/** The clauses of the whole plan, a tree for each part, in reading order. */
export function planClauses(): Promise<readonly Clause[]> {
  clauses ??= readClauses();
  return clauses;
}

const readIds = async (): Promise<ReadonlySet<string>> =>
  new Set(flatten(await planClauses()).map(({ id }) => id));

let ids: ReturnType<typeof readIds> | undefined;

/** The ids of all clauses of the plan. */
export function planIds(): Promise<ReadonlySet<string>> {
  ids ??= readIds();
  return ids;
}
