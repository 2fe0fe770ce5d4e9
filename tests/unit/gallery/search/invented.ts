import { type Story, storySchema } from '../../../../src/gallery/story.ts';
import { buildStoryIndex } from '../../../../src/gallery/search/server/build-index.ts';
import { find } from '../../../../src/gallery/search/find.ts';
import { StoryIndex } from '../../../../src/gallery/search/index-reader.ts';
import { storySlug } from '../../../../src/gallery/stories/slug.ts';

/** A story of which only what is given matters. */
export function invented(given: Partial<Story> & Pick<Story, 'name'>): Story {
  return storySchema.parse({
    id: 'MH-0001',
    slug: storySlug(given.name),
    kind: 'mo-hinh',
    summary: 'Không có gì đáng kể.',
    body: '',
    unitCode: null,
    unitName: 'Tổ minh họa',
    criteriaGroup: null,
    strands: [],
    clauses: [],
    year: 2026,
    occasion: null,
    awardForm: null,
    decisionNumber: null,
    decisionDate: null,
    decisionBody: null,
    sample: true,
    publishedAt: '2026-11-01T00:00:00Z',
    changedAt: '2026-11-01T00:00:00Z',
    ...given,
  });
}

/** The index of stories, as a browser opens it; `onRead` hears of each file that it loads. */
export function openIndex(stories: readonly Story[], onRead?: (name: string) => void): Promise<StoryIndex> {
  const files = buildStoryIndex(stories);
  return StoryIndex.open(async (name) => {
    onRead?.(name);
    const bytes = files.get(name);
    if (!bytes) throw new Error(`The index has no file ${name}.`);
    return new Uint8Array(bytes);
  });
}

/** The names of the stories that a query finds, in their order. */
export async function namesFound(stories: readonly Story[], query: string): Promise<string[]> {
  const index = await openIndex(stories);
  const { hits } = await find(index, query);
  return hits.map(({ doc }) => stories[doc]?.name ?? '');
}
