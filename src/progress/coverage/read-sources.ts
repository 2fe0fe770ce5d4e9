import type { Sources } from '../../gallery/open-data/data-set.ts';
import { gallerySources } from '../../gallery/open-data/sources.ts';
import { builtCoverage } from './read-coverage.ts';
import { standingsOf } from './standings.ts';

const read = async (origin: URL): Promise<Sources> => ({
  ...(await gallerySources(origin)),
  standings: standingsOf((await builtCoverage()).lines),
});

const known = new Map<string, Promise<Sources>>();

/** All that data sets are made of, as this build publishes it; read once. */
export function readSources(origin: URL): Promise<Sources> {
  const sources = known.get(origin.href) ?? read(origin);
  known.set(origin.href, sources);
  return sources;
}
