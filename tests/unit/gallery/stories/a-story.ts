import { blankStory } from '../../../../src/gallery/blank-story.ts';
import { type Story, storySchema } from '../../../../src/gallery/story.ts';

/** A complete story of which only the facts named differ. */
export const aStory = (facts: Partial<Story>): Story =>
  storySchema.parse({
    ...blankStory,
    id: 'MH-0001',
    slug: 'den-duong',
    name: 'Đèn đường',
    summary: 'Sáng hơn.',
    unitName: 'Phường minh họa A',
    publishedAt: '2026-10-01T01:00:00.000Z',
    changedAt: '2026-10-01T01:00:00.000Z',
    ...facts,
  });
