import type { StoryQuestion } from '../search/story-engine.ts';
import { type GalleryState, sortOf } from './gallery-state.ts';

const sortNames = { 'lien-quan': 'relevance', moi: 'newest', ten: 'name', 'ap-dung': 'adopted' } as const;

/** A state as a question to the search. */
export const searchQuestion = (state: GalleryState, count: number): StoryQuestion => ({
  text: state.text,
  filters: state.chosen,
  sort: sortNames[sortOf(state)],
  count,
  counts: true,
  deep: state.deep,
});
