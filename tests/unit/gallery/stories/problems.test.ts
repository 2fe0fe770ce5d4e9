import { expect, test } from '@playwright/test';
import { storyWords } from '../../../../src/gallery/search/story-words.ts';
import { facetLists } from '../../../../src/gallery/stories/facet-lists.ts';
import { optionalRules } from '../../../../src/gallery/stories/rules.ts';
import { inventedStory } from '../../../fixtures/story.ts';

test('what a story solves and costs is read by the names of its columns, filters it and finds it', () => {
  const workFields = optionalRules.workFields(['Rác thải, môi trường', 'Không có thật']);
  expect(workFields.value).toEqual(['moi-truong']);
  expect(workFields.wrong).toContain('Không có thật');
  const { value: costBand } = optionalRules.costBand('Không tốn thêm');
  const { value: unitSize } = optionalRules.unitSize('Dưới 10 người');
  const story = {
    ...inventedStory,
    workFields: workFields.value ?? [],
    costBand: costBand ?? null,
    unitSize: unitSize ?? null,
    adoptions: [{ indicators: [] }, { indicators: [] }],
  };
  const named = facetLists([story]).map(({ facet, name }) => `${facet}: ${name}`);
  expect(named).toEqual(
    expect.arrayContaining([
      'linh-vuc: Rác thải, môi trường',
      'chi-phi: Không tốn thêm',
      'quy-mo: Dưới 10 người',
      'ap-dung: Đã được áp dụng',
    ]),
  );
  expect(
    storyWords(story)
      .flat()
      .map(({ form }) => form),
  ).toContain('rác');
});

test('a story that nobody applies yet is not among those that have adopters', () => {
  for (const story of [inventedStory, { ...inventedStory, adoptions: [] }])
    expect(facetLists([story]).map(({ facet }) => facet)).not.toContain('ap-dung');
});

test('a row without these columns is a story like any other', () => {
  expect(optionalRules.workFields(undefined)).toEqual({ value: [] });
  expect(optionalRules.cost(undefined)).toEqual({ value: null });
});
