import type { FacetCounts, Filters } from '../search/facets.ts';
import type { StoryQuestion } from '../search/story-engine.ts';
import type { FacetName } from '../stories/facets.ts';
import { type GalleryState, sortOf } from './gallery-state.ts';

/** The search's name of each facet. */
const filterOf = {
  loai: 'kind',
  'noi-dung': 'strand',
  nhom: 'group',
  'don-vi': 'unit',
  nam: 'year',
  dip: 'occasion',
  khen: 'award',
  muc: 'clause',
} as const satisfies Record<FacetName, keyof Filters>;

const sortNames = { 'lien-quan': 'relevance', moi: 'newest', ten: 'name' } as const;

const filtersOf = ({ chosen }: GalleryState): Filters => ({
  kind: chosen.loai,
  strand: chosen['noi-dung'],
  group: chosen.nhom,
  unit: chosen['don-vi'],
  year: chosen.nam,
  occasion: chosen.dip,
  award: chosen.khen,
  clause: chosen.muc,
});

/** A state as a question to the search. */
export const searchQuestion = (state: GalleryState, count: number): StoryQuestion => ({
  text: state.text,
  filters: filtersOf(state),
  sort: sortNames[sortOf(state)],
  count,
  counts: true,
  deep: state.deep,
});

/** How many stories a value would leave. */
export const storiesWith = (counts: FacetCounts, facet: FacetName, value: string): number =>
  counts[filterOf[facet]][value] ?? 0;
