import { z } from 'zod';
import { fetchBytes } from '../platform/http/fetch-bytes.ts';
import { planJsonPath } from './clause-json.ts';
import type { Clause } from './clauses.ts';
import { type FoundClause, findClause, flatten } from './outline.ts';

const maxBytes = 2 * 1024 * 1024;

const servedSchema = z.object({
  clauses: z.array(
    z.object({
      id: z.string(),
      marker: z.string(),
      title: z.string().nullable(),
      paragraphs: z.array(z.string()),
      parent: z.string().nullable(),
    }),
  ),
});

type Served = z.infer<typeof servedSchema>['clauses'];

const childrenOf = (all: Served, parent: string | null): Clause[] =>
  all
    .filter((clause) => clause.parent === parent)
    .map(({ id, marker, title, paragraphs }) => ({
      id,
      marker,
      title,
      paragraphs,
      children: childrenOf(all, id),
    }));

function readServed(text: string): Served | undefined {
  try {
    return servedSchema.safeParse(JSON.parse(text)).data?.clauses;
  } catch {
    return undefined;
  }
}

/** The clauses of the plan as the public site serves them, in reading order: only a build reads the files. Null where it does not. */
export async function servedClauses(siteUrl: string): Promise<FoundClause[] | null> {
  const file = await fetchBytes(new URL(planJsonPath, siteUrl).href, maxBytes);
  if (!file.ok) return null;
  const served = readServed(file.bytes.toString('utf8'));
  if (!served) return null;
  const tree = childrenOf(served, null);
  return flatten(tree).flatMap(({ id }) => findClause(tree, id) ?? []);
}
