import { newestFirst } from './stories/story-terms.ts';
import type { Story } from './story.ts';
import { readLiveCollection } from './live-collection.ts';

const read = async (): Promise<readonly Story[]> => newestFirst(await readLiveCollection('stories'));

/** Read and put in order once a build, not once a page. */
let published: ReturnType<typeof read> | undefined;

/** Every story that this build shows, newest first: the order of all lists, and of the search index. */
export function publishedStories(): Promise<readonly Story[]> {
  published ??= read();
  return published;
}
