import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { buildStoryIndex } from '../../../../src/gallery/search/server/build-index.ts';
import { cardsAFile, fileNames } from '../../../../src/search/files.ts';
import { isNumber, listOf } from '../../../../src/search/shapes.ts';
import { generateStories } from '../../../fixtures/story-generator/generate.ts';
import { invented, openIndex } from './invented.ts';

test('every story’s card is found under its number', async () => {
  const stories = generateStories(cardsAFile * 2 + 3);
  const index = await openIndex(stories);
  const cards = await index.cards(stories.map((_, doc) => doc).toReversed());
  expect(cards.map(({ name }) => name)).toEqual(stories.map(({ name }) => name).toReversed());
});

test('every word of the index is read back with its places', async () => {
  const index = await openIndex([
    invented({ name: 'Hoà bình', summary: 'hòa giải, hoa nở' }),
    invented({ name: 'Vườn hoa' }),
  ]);
  const entry = (await index.entries(['hoa'])).get('hoa');
  const places = entry?.spellings.map(({ form, docs, places: at }) => [form, [...docs], [...at]]);
  expect(places).toContainEqual(['hòa', [0, 0], [0, 2 * 4096]]);
  expect(places).toContainEqual(['hoa', [1, 0], [1, 2 * 4096 + 2]]);
});

test('all files but the root stand under their edition, which changes with the stories', () => {
  const editionOf = (files: Map<string, unknown>) =>
    [...files.keys()].find((name) => name.includes('/'))?.split('/')[0];
  const one = buildStoryIndex(generateStories(5));
  expect(editionOf(buildStoryIndex(generateStories(5)))).toBe(editionOf(one));
  expect(editionOf(buildStoryIndex(generateStories(6)))).not.toBe(editionOf(one));
  expect(one.has('root.idx')).toBe(true);
});

test('names stand in Vietnamese order', async () => {
  const index = await openIndex([
    invented({ name: 'Xe' }),
    invented({ name: 'Đò' }),
    invented({ name: 'Dù' }),
  ]);
  expect(await index.json(fileNames.names, listOf(isNumber))).toEqual([2, 1, 0]);
});

test('stories that more units have adopted come first in that order, of as many the newer', async () => {
  const stories = ['MH-0001', 'MH-0002', 'MH-0003'].map((id) => invented({ id, name: id }));
  const adopted = stories.map((story) => ({
    ...story,
    adoptions: Array(story.id === 'MH-0003' ? 4 : 0).fill({ indicators: [] }),
  }));
  const files = buildStoryIndex(adopted);
  const name = [...files.keys()].find((each) => each.endsWith(fileNames.adopted)) ?? '';
  expect(JSON.parse(gunzipSync(files.get(name) ?? '').toString())).toEqual([1, 2, 0]);
});

test('generated stories are the same for a seed, no two of one name, and a short list begins a long one', () => {
  const many = generateStories(300, 7);
  expect(generateStories(8, 7)).toEqual(many.slice(0, 8));
  expect(generateStories(8, 8)).not.toEqual(many.slice(0, 8));
  expect(new Set(many.map(({ name }) => name)).size).toBe(300);
  expect(new Set(many.map(({ slug }) => slug)).size).toBe(300);
  expect(generateStories(1)).toHaveLength(1);
});
