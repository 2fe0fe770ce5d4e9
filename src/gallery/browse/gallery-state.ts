import { tidied } from '../../search/query.ts';
import { byFacet, type FacetName, facetNames } from '../stories/facets.ts';

/** Orders of the list, as addresses name them: by relevance, newest first, by name. */
export const sorts = ['lien-quan', 'moi', 'ten', 'ap-dung'] as const;

/** One of `sorts`. */
export type Sort = (typeof sorts)[number];

/** The query, filters and order of the gallery. The address holds all of them. */
export interface GalleryState {
  /** The words, tidied; empty where there are none. */
  text: string;
  /** Chosen values, in the order in which the reader chose them. */
  chosen: Readonly<Record<FacetName, readonly string[]>>;
  /** Null for the default order: by relevance where there are words, else newest first. */
  sort: Sort | null;
  /** Search the texts too, even where names and summaries have the words. */
  deep: boolean;
}

/** Whether a value of a facet is one that some story has. */
export type IsKnown = (facet: FacetName, value: string) => boolean;

/** Reads the query of an address. Leaves out unknown parameters and values. */
export function readState(query: URLSearchParams, isKnown: IsKnown): GalleryState {
  const wanted = query.get('sap');
  return {
    text: tidied(query.get('q') ?? ''),
    chosen: byFacet((facet) => [...new Set(query.getAll(facet))].filter((value) => isKnown(facet, value))),
    sort: sorts.find((sort) => sort === wanted) ?? null,
    deep: query.has('toan-van'),
  };
}

/** The address query of a state: `?q=duong&loai=mo-hinh`; empty for the complete list. */
export function writeState({ text, chosen, sort, deep }: GalleryState): string {
  const query = new URLSearchParams();
  if (text) query.set('q', text);
  for (const facet of facetNames) for (const value of chosen[facet]) query.append(facet, value);
  if (sort) query.set('sap', sort);
  if (text && deep) query.set('toan-van', '1');
  const asked = query.toString();
  return asked ? `?${asked}` : '';
}

/** The order in which the list of a state is shown. */
export const sortOf = ({ text, sort }: GalleryState): Sort => {
  const usual = text ? 'lien-quan' : 'moi';
  return sort === 'lien-quan' && !text ? usual : (sort ?? usual);
};

/** The state in another order. The default order is stored as null. */
export function withSort(state: GalleryState, sort: Sort): GalleryState {
  return { ...state, sort: sort === sortOf({ ...state, sort: null }) ? null : sort };
}

/** The state with a value chosen, or removed where it was chosen. */
export function toggled(state: GalleryState, facet: FacetName, value: string): GalleryState {
  const before = state.chosen[facet];
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  return { ...state, chosen: { ...state.chosen, [facet]: after } };
}

/** The state without any filter. */
export const unfiltered = (state: GalleryState): GalleryState => ({ ...state, chosen: byFacet(() => []) });

/** Every chosen value, facet by facet. */
export const choicesOf = ({ chosen }: GalleryState): { facet: FacetName; value: string }[] =>
  facetNames.flatMap((facet) => chosen[facet].map((value) => ({ facet, value })));
