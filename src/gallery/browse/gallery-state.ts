import { readQuery } from '../../search/query.ts';
import { type FacetName, facetNames } from '../stories/facets.ts';

/** Orders of the list, as an address names them: the newest, the name, what fits the words best. */
export const sorts = ['lien-quan', 'moi', 'ten'] as const;

/** One of `sorts`. */
export type Sort = (typeof sorts)[number];

/** What is asked of the gallery: all of it stands in the address. */
export interface GalleryState {
  /** Words, tidied; empty for none. */
  text: string;
  /** Values chosen, in the order in which they were. */
  chosen: Readonly<Record<FacetName, readonly string[]>>;
  /** Null for the order that goes without saying: by fit where there are words, else the newest first. */
  sort: Sort | null;
  /** Look for the words in the texts too, though names and summaries have them. */
  deep: boolean;
}

/** Whether a value of a facet is one that some story has. */
export type IsKnown = (facet: FacetName, value: string) => boolean;

/** The same for each facet. */
function byFacet<T>(of: (facet: FacetName) => T): Record<FacetName, T> {
  return {
    loai: of('loai'),
    'noi-dung': of('noi-dung'),
    nhom: of('nhom'),
    'don-vi': of('don-vi'),
    nam: of('nam'),
    dip: of('dip'),
    khen: of('khen'),
    muc: of('muc'),
  };
}

/** A query of words as it stands in a state. */
export const tidied = (typed: string): string => readQuery(typed)?.text ?? '';

/** Reads the query of an address; what is unknown in it is left out. */
export function readState(query: URLSearchParams, isKnown: IsKnown): GalleryState {
  const wanted = query.get('sap');
  return {
    text: tidied(query.get('q') ?? ''),
    chosen: byFacet((facet) => [...new Set(query.getAll(facet))].filter((value) => isKnown(facet, value))),
    sort: sorts.find((sort) => sort === wanted) ?? null,
    deep: query.has('toan-van'),
  };
}

/** The query of the address that a state stands in: `?q=duong&loai=mo-hinh`; empty where nothing is asked. */
export function writeState({ text, chosen, sort, deep }: GalleryState): string {
  const query = new URLSearchParams();
  if (text) query.set('q', text);
  for (const facet of facetNames) for (const value of chosen[facet]) query.append(facet, value);
  if (sort) query.set('sap', sort);
  if (text && deep) query.set('toan-van', '1');
  const asked = query.toString();
  return asked ? `?${asked}` : '';
}

/** The order in which a state is shown. */
export const sortOf = ({ text, sort }: GalleryState): Sort => {
  const usual = text ? 'lien-quan' : 'moi';
  return sort === 'lien-quan' && !text ? usual : (sort ?? usual);
};

/** The state in another order: the usual one is not named. */
export function withSort(state: GalleryState, sort: Sort): GalleryState {
  return { ...state, sort: sort === sortOf({ ...state, sort: null }) ? null : sort };
}

/** The state with a value chosen, or no longer. */
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
