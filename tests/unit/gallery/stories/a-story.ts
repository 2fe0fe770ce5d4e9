import { type Story, storySchema } from '../../../../src/gallery/story.ts';

/** A complete story of which only the facts named differ. */
export const aStory = (facts: Partial<Story>): Story =>
  storySchema.parse({
    id: 'MH-0001',
    slug: 'den-duong',
    kind: 'mo-hinh',
    name: 'Đèn đường',
    summary: 'Sáng hơn.',
    body: '',
    unitCode: null,
    unitName: 'Phường minh họa A',
    criteriaGroup: null,
    strands: [],
    clauses: [],
    year: 2026,
    occasion: null,
    awardForm: null,
    decisionNumber: null,
    decisionDate: null,
    decisionBody: null,
    sample: false,
    publishedAt: '2026-10-01T01:00:00.000Z',
    changedAt: '2026-10-01T01:00:00.000Z',
    ...facts,
  });
