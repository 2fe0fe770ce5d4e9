import { expect, test } from '@playwright/test';
import { findRelated } from '../../../../src/gallery/stories/related.ts';
import type { Story } from '../../../../src/gallery/story.ts';
import { aStory } from './a-story.ts';

const relatedStories = (story: Story, stories: readonly Story[]) => findRelated(stories)(story);

const read = aStory({ id: 'MH-0001', strands: ['ii-1', 'ii-3'], criteriaGroup: 'co-quan' });
const sameGroup = aStory({ id: 'MH-0002', strands: ['ii-5'], criteriaGroup: 'co-quan' });
const oneStrand = aStory({ id: 'MH-0003', strands: ['ii-3'], criteriaGroup: 'ca-nhan' });
const bothStrands = aStory({ id: 'MH-0004', strands: ['ii-3', 'ii-1'], criteriaGroup: null });
const farAway = aStory({ id: 'MH-0005', strands: ['ii-4'], criteriaGroup: 'doan-the' });
const ids = (stories: readonly { id: string }[]) => stories.map(({ id }) => id);

test('two at most follow, the nearest first: shared strands before a shared group', () => {
  const all = [farAway, sameGroup, oneStrand, read, bothStrands];
  expect(ids(relatedStories(read, all))).toEqual(['MH-0004', 'MH-0003']);
});

test('between equals the order given decides, so a build repeated gives the same page', () => {
  const twins = [oneStrand, aStory({ ...oneStrand, id: 'MH-0006' }), aStory({ ...oneStrand, id: 'MH-0007' })];
  expect(ids(relatedStories(read, twins))).toEqual(['MH-0003', 'MH-0006']);
  expect(ids(relatedStories(read, twins.toReversed()))).toEqual(['MH-0007', 'MH-0006']);
});

test('stories without a shared strand or group are not related, and no story is related to itself', () => {
  expect(relatedStories(read, [read, farAway])).toEqual([]);
  const bare = aStory({ id: 'MH-0008' });
  expect(relatedStories(bare, [aStory({ id: 'MH-0009' }), read])).toEqual([]);
});
