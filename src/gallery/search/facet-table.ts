import { galleryFacets } from '../stories/facet-lists.ts';
import { byFacet, type FacetName } from '../stories/facets.ts';
import type { ListedStory } from '../story.ts';
import type { FacetColumn, FacetTable } from './facets.ts';

function columnOf(stories: readonly ListedStory[], facet: FacetName): FacetColumn {
  const values: string[] = [];
  const sets: number[][] = [];
  const known = new Map<string, number>();
  const numberOf = (value: string): number => {
    const at = values.indexOf(value);
    return at >= 0 ? at : values.push(value) - 1;
  };
  const rows = stories.map((story) => {
    const set = galleryFacets[facet].valuesOf(story).map(numberOf);
    const name = set.join();
    const at = known.get(name) ?? sets.push(set) - 1;
    known.set(name, at);
    return at;
  });
  return { values, rows, sets };
}

/** The table by which stories are filtered and counted, in the order of `stories`. */
export const facetTable = (stories: readonly ListedStory[]): FacetTable =>
  byFacet((facet) => columnOf(stories, facet));
