import { planClauses } from '../../plan/content.ts';
import { findClause, flatten } from '../../plan/outline.ts';
import { readLiveCollection } from '../live-collection.ts';
import { publishedStories } from '../published.ts';
import type { Sources } from './data-set.ts';

async function read(origin: URL): Promise<Sources> {
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

const known = new Map<string, Promise<Sources>>();

/** All that data sets are made of, as this build publishes it; read once. */
export function readSources(origin: URL): Promise<Sources> {
  const sources = known.get(origin.href) ?? read(origin);
  known.set(origin.href, sources);
  return sources;
}
