import type { APIRoute, GetStaticPaths } from 'astro';
import { clauseJson } from '../../../../plan/clause-json.ts';
import { planClauses } from '../../../../plan/content.ts';
import { type FoundClause, findClause, flatten } from '../../../../plan/outline.ts';

export const getStaticPaths = (async () => {
  const clauses = await planClauses();
  return flatten(clauses).flatMap(({ id }) => {
    const found = findClause(clauses, id);
    return found ? [{ params: { clause: id }, props: { found } }] : [];
  });
}) satisfies GetStaticPaths;

/** One clause: its text word for word, how to cite it and its place in the plan. */
export const GET: APIRoute<{ found: FoundClause }> = ({ props, site, url }) =>
  Response.json(clauseJson(props.found, site ?? url));
