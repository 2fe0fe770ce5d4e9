import { newestFirst } from './stories/story-terms.ts';
import type { Story } from './story.ts';
import { readLiveCollection } from './live-collection.ts';

const read = async (): Promise<readonly Story[]> => newestFirst(await readLiveCollection('stories'));

/** Stories are read and sorted once per build, not once per page. */
let published: ReturnType<typeof read> | undefined;

/** Every story of this build, newest first. All lists and the search index use this order. */
export function publishedStories(): Promise<readonly Story[]> {
  published ??= read();
  return published;
}
