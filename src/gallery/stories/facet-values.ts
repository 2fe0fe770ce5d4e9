import type { Thread } from '../../ui/weave/pattern.ts';
import { formerNames } from '../../vocabulary/former-unit-names.ts';
import { strands } from '../../vocabulary/taxonomy.ts';
import type { Story } from '../story.ts';
import { facetLists } from './facet-lists.ts';
import { byFacet, type FacetName } from './facets.ts';

/** A value of a facet that at least one story has. */
export interface FacetValue {
  id: string;
  name: string;
  /** Stories that have it. */
  count: number;
  /** For a commune: the names of its former units before 1/7/2025. */
  former?: readonly string[];
  /** For a strand: the threads of its weave, the leading thread first. */
  threads?: readonly Thread[];
}

/** The values of each filter of the gallery, in the order in which the page offers them. */
export type FacetValues = Record<FacetName, readonly FacetValue[]>;

/** The values of all facets. */
export function facetValues(stories: readonly Story[]): FacetValues {
  const lists = facetLists(stories);
  const valuesOf = (facet: FacetName): FacetValue[] =>
    lists
      .filter((list) => list.facet === facet)
      .map(({ value, name, stories: listed }) => {
        const former = facet === 'don-vi' ? formerNames.get(value) : undefined;
        const threads = facet === 'noi-dung' ? strands.find(({ id }) => id === value)?.threads : undefined;
        const more = { ...(former && { former }), ...(threads && { threads }) };
        return { id: value, name, count: listed.length, ...more };
      });
  return byFacet(valuesOf);
}
