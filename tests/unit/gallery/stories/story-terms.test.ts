import { expect, test } from '@playwright/test';
import { localDay, newestFirst, termsOf } from '../../../../src/gallery/stories/story-terms.ts';
import { aStory as story } from './a-story.ts';

test('an instant late in the day of Greenwich is the next day in Đồng Nai', () => {
  expect(localDay('2026-10-01T16:59:59.999Z')).toBe('2026-10-01');
  expect(localDay('2026-10-01T17:00:00.000Z')).toBe('2026-10-02');
});

test('the newest story comes first, those of one day in Vietnamese order', () => {
  const names = newestFirst([
    story({ name: 'Xanh' }),
    story({ name: 'Đèn' }),
    story({ name: 'Ấp' }),
    story({ name: 'Dữ liệu' }),
    story({ name: 'Mới', publishedAt: '2026-11-01T01:00:00.000Z' }),
  ]).map(({ name }) => name);
  expect(names).toEqual(['Mới', 'Ấp', 'Dữ liệu', 'Đèn', 'Xanh']);
});

test('the threads of the weave are those of the strands, the first strand leading', () => {
  expect(termsOf(story({ strands: ['ii-5', 'ii-2'] })).threads).toEqual(['xanh', 'so']);
  expect(termsOf(story({ strands: [] })).threads).toEqual([]);
});

test('an id that the taxonomy does not have names nothing', () => {
  const terms = termsOf(story({ strands: ['ii-9'], criteriaGroup: 'x', awardForm: 'x', occasion: 'x' }));
  expect(terms).toEqual({ strands: [], group: null, awardForm: null, occasion: null, threads: [] });
});
