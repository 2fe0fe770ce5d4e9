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
  const story = { ...inventedStory, workFields: workFields.value ?? [], costBand: costBand ?? null };
  const named = facetLists([story]).map(({ facet, name }) => `${facet}: ${name}`);
  expect(named).toEqual(
    expect.arrayContaining(['linh-vuc: Rác thải, môi trường', 'chi-phi: Không tốn thêm']),
  );
  expect(
    storyWords(story)
      .flat()
      .map(({ form }) => form),
  ).toContain('rác');
});

test('stories are found by the size of their unit and by whether another unit applies them', () => {
  const { value: unitSize } = optionalRules.unitSize('10 đến dưới 50 người');
  expect(unitSize).toBe('den-50');
  const stories = [
    { ...inventedStory, unitSize: unitSize ?? null },
    { ...inventedStory, isAdopted: true },
  ];
  const lists = facetLists(stories).map(
    ({ facet, value, stories: { length } }) => `${facet} ${value} ${length}`,
  );
  expect(lists).toEqual(expect.arrayContaining(['quy-mo den-50 1', 'ap-dung co 1']));
  expect(optionalRules.unitSize('Rất to').wrong).toContain('Rất to');
});

test('a row without these columns is a story like any other', () => {
  expect(optionalRules.workFields(undefined)).toEqual({ value: [] });
  expect(optionalRules.cost(undefined)).toEqual({ value: null });
});
