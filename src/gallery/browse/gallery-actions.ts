import { facetNames } from '../stories/facets.ts';
import type { FiltersView } from './filters-view.ts';
import { type GalleryState, sorts, toggled, unfiltered, withSort } from './gallery-state.ts';

/** What a click asks for, and where the focus goes when the clicked element disappears. */
interface Pressed {
  state: GalleryState;
  focus: 'words' | 'results' | null;
}

/** Reads a click on a filter, a chosen value to remove, an order or a corrected query. Null for any other click. */
export function press(target: Element, state: GalleryState, filters: FiltersView): Pressed | null {
  const choice = filters.choiceOf(target);
  if (choice) return { state: toggled(state, choice.facet, choice.value), focus: null };
  const data = target.closest<HTMLElement>('button, a')?.dataset;
  if (!data) return null;
  const facet = facetNames.find((each) => each === data.facet);
  if (facet && data.value) return { state: toggled(state, facet, data.value), focus: 'results' };
  const sort = sorts.find((each) => each === data.sort);
  if (sort) return { state: withSort(state, sort), focus: null };
  if (data.meant) return { state: { ...state, text: data.meant }, focus: 'words' };
  switch (data.act) {
    case 'unfilter':
      return { state: unfiltered(state), focus: 'results' };
    case 'clear':
      return { state: { ...unfiltered(state), text: '', sort: null }, focus: 'words' };
    case 'deep':
      return { state: { ...state, deep: true }, focus: 'results' };
    default:
      return null;
  }
}
