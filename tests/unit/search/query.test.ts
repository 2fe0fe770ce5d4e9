import { expect, test } from '@playwright/test';
import { type Answers, type PageHit, rank, readQuery } from '../../../src/search/query.ts';

const hit = (id: string, score = 1): PageHit => ({ id, score });
const ids = (hits: PageHit[]): string[] => hits.map(({ id }) => id);
const nothing: Answers<PageHit> = { exactPhrase: [], phrase: [], exactWords: [], words: [], plain: [] };

test('asks for the phrase, for the words apart and for each word, in the shadow spelling', () => {
  expect(readQuery('  Chuyển   đổi số ')).toEqual({
    text: 'Chuyển đổi số',
    phrase: '"Chuyển ḏổi số"',
    plain: 'Chuyển ḏổi số',
    words: ['"Chuyển"', '"ḏổi"', '"số"'],
    marked: [true, true, true],
  });
});

test('decomposed typing asks the same as composed', () => {
  expect(readQuery('đường hoà'.normalize('NFD'))).toEqual(readQuery('đường hoà'));
});

test('both places of a tone ask the same', () => {
  expect(readQuery('điều hoà')?.phrase).toBe(readQuery('điều hòa')?.phrase);
});

test('signs and quotes only part words', () => {
  expect(readQuery('"113/KH-UBND"')?.words).toEqual(['"113"', '"KH"', '"UBND"']);
  expect(readQuery('“”  … "')).toBeNull();
  expect(readQuery('')).toBeNull();
});

test('a very long question is cut, not refused', () => {
  expect(readQuery('đường '.repeat(1000))?.words).toHaveLength(16);
});

test('the exact phrase comes first, then the folded one, then the words apart, each page once', () => {
  const { hits, near } = rank([], {
    ...nothing,
    exactPhrase: [hit('exact')],
    phrase: [hit('folded'), hit('exact')],
    words: [[hit('apart'), hit('folded'), hit('exact')], [hit('apart')]],
    plain: [hit('apart', 9), hit('prefix', 8), hit('folded', 7), hit('exact', 1)],
  });
  expect(ids(hits)).toEqual(['exact', 'folded', 'apart']);
  expect(near).toBe(false);
});

test('pages of one rank are ordered by the score of the plain query', () => {
  const phrase = [hit('low'), hit('high')];
  expect(ids(rank([], { ...nothing, phrase, plain: [hit('high', 5), hit('low', 2)] }).hits)).toEqual([
    'high',
    'low',
  ]);
});

test('an unfinished single word matches words that begin with it', () => {
  const { hits, near } = rank([], { ...nothing, words: [[]], plain: [hit('begins')] });
  expect(ids(hits)).toEqual(['begins']);
  expect(near).toBe(false);
});

test('pages that lack a word are called near, and only shown when no page has all', () => {
  const { hits, near } = rank([], { ...nothing, words: [[hit('one')], []], plain: [hit('one')] });
  expect(ids(hits)).toEqual(['one']);
  expect(near).toBe(true);
});

test('no answer is not near', () => {
  expect(rank([], nothing)).toMatchObject({ hits: [], near: false });
});

test('words apart keep the tones they were typed with, as long as some page has them so', () => {
  const plain = [hit('đá hoạ', 2), hit('hoà đá', 1)];
  const words = [plain, plain];
  const marked = [true, false];
  const apart = rank(marked, { ...nothing, exactWords: [[hit('hoà đá')], []], words, plain });
  expect(ids(apart.hits)).toEqual(['hoà đá']);
  const mistyped = rank(marked, { ...nothing, exactWords: [[], []], words, plain });
  expect(ids(mistyped.hits)).toEqual(['đá hoạ', 'hoà đá']);
});

test('knows which words were typed with tones or đ', () => {
  expect(readQuery('đi xe lửa')?.marked).toEqual([true, false, true]);
});

test('of several hits in one page the best stays', () => {
  const phrase = { id: 'a', score: 1, where: 'phrase' };
  const plain = { id: 'a', score: 5, where: 'words' };
  const { hits } = rank([], { exactPhrase: [], phrase: [phrase], exactWords: [], words: [], plain: [plain] });
  expect(hits).toEqual([phrase]);
});
