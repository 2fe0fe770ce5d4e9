import { planClauses } from '../../plan/content.ts';
import { findClause, flatten } from '../../plan/outline.ts';
import { readLiveCollection } from '../live-collection.ts';
import { publishedStories } from '../published.ts';
import type { Sources } from './data-set.ts';

/** All that data sets are made of, as this build publishes it. */
export async function readSources(origin: URL): Promise<Sources> {
  const clauses = await planClauses();
  return {
    stories: await publishedStories(),
    adoptions: await readLiveCollection('adoptions'),
    withdrawn: await readLiveCollection('withdrawn'),
    clauses: flatten(clauses).flatMap(({ id }) => findClause(clauses, id) ?? []),
    origin,
  };
}
