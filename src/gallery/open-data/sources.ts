import { planClauses } from '../../plan/content.ts';
import { findClause, flatten } from '../../plan/outline.ts';
import { readLiveCollection } from '../live-collection.ts';
import { publishedStories } from '../published.ts';
import type { Sources } from './data-set.ts';

/** What data sets are made of, as this build publishes it, but for the coverage of units, which the room above knows. */
export async function gallerySources(origin: URL): Promise<Omit<Sources, 'standings'>> {
  const clauses = await planClauses();
  return {
    stories: await publishedStories(),
    adoptions: await readLiveCollection('adoptions'),
    withdrawn: await readLiveCollection('withdrawn'),
    clauses: flatten(clauses).flatMap(({ id }) => findClause(clauses, id) ?? []),
    states: await readLiveCollection('dataStates'),
    origin,
  };
}
