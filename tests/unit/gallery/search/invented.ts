import { blankStory } from '../../../../src/gallery/blank-story.ts';
import { type Card, isCard } from '../../../../src/gallery/search/card.ts';
import { buildStoryIndex } from '../../../../src/gallery/search/server/build-index.ts';
import { storySlug } from '../../../../src/gallery/stories/slug.ts';
import { type Story, storySchema } from '../../../../src/gallery/story.ts';
import { find } from '../../../../src/search/find.ts';
import { ShardedIndex } from '../../../../src/search/sharded-index.ts';

/** A story of which only what is given matters. */
export function invented(given: Partial<Story> & Pick<Story, 'name'>): Story {
  return storySchema.parse({
    ...blankStory,
    id: 'MH-0001',
    slug: storySlug(given.name),
    summary: 'Không có gì đáng kể.',
    unitName: 'Tổ minh họa',
    sample: true,
    publishedAt: '2026-11-01T00:00:00Z',
    changedAt: '2026-11-01T00:00:00Z',
    ...given,
  });
}

/** The index of stories, as a browser opens it; `onRead` hears of each file that it loads. */
export function openIndex(
  stories: readonly Story[],
  onRead?: (name: string) => void,
): Promise<ShardedIndex<Card>> {
  const files = buildStoryIndex(stories);
  return ShardedIndex.open(async (name) => {
    onRead?.(name);
    const bytes = files.get(name);
    if (!bytes) throw new Error(`The index has no file ${name}.`);
    return new Uint8Array(bytes);
  }, isCard);
}

/** The names of the stories that a query finds, in their order. */
export async function namesFound(stories: readonly Story[], query: string): Promise<string[]> {
  const index = await openIndex(stories);
  const { hits } = await find(index, query);
  return hits.map(({ doc }) => stories[doc]?.name ?? '');
}

/** Three stories that share some words. */
export const gate = invented({ name: 'Cổng làng sáng đèn', summary: 'Mỗi tối cả xóm ngồi lại đọc sách.' });
/** The second of them. */
export const readingVillage = invented({
  name: 'Tủ sách bên cổng',
  summary: 'Đèn đọc chạy pin đặt cạnh ghế đá ở làng.',
});
/** The third of them. */
export const bees = invented({ name: 'Nuôi ong lấy mật', summary: 'Ba mươi đàn dưới tán rừng.' });
/** All three. */
export const someStories = [gate, readingVillage, bees];
