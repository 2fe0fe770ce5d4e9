import { adoptionsOf } from './adoptions/ui/adoptions-of.ts';
import { readLiveCollection } from './live-collection.ts';
import { newestFirst } from './stories/story-terms.ts';
import type { ListedStory } from './story.ts';

async function read(): Promise<readonly ListedStory[]> {
  const stories = newestFirst(await readLiveCollection('stories'));
  return Promise.all(stories.map(async (story) => ({ ...story, adoptions: await adoptionsOf(story.id) })));
}

/** Stories are read and sorted once per build, not once per page. */
let published: ReturnType<typeof read> | undefined;

/** Every story of this build, newest first. All lists and the search index use this order. */
export function publishedStories(): Promise<readonly ListedStory[]> {
  published ??= read();
  return published;
}
