import { readFileSync, globSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parseClauses } from '../../../src/plan/clauses.ts';
import { flatten } from '../../../src/plan/outline.ts';
import { coverage } from '../../../src/progress/coverage/coverage.ts';
import { isFollowed, planMap } from '../../../src/progress/map/plan-map.ts';
import { followRows } from '../../../src/vocabulary/owner-settings.ts';
import { generateStories } from '../../fixtures/story-generator/generate.ts';
import { confirmed, shownPlan, shownReport } from '../../fixtures/unit-filings.ts';

test.afterEach(() => followRows([]));

const clauses = globSync('content/plan/*.mdx')
  .toSorted()
  .flatMap((file) => parseClauses(readFileSync(file, 'utf8').replace(/^---[\s\S]*?\n---\n/, '')));

const mapOf = (filings = confirmed(), stories: Parameters<typeof planMap>[0]['stories'] = []) =>
  planMap({ clauses, stories, adoptions: [], filings, lines: coverage(filings, '2027-02-01') });

test('every clause of the plan stands in the map once, in its order; an empty site has nothing dated', () => {
  const map = mapOf();
  expect(map.map(({ id }) => id)).toEqual(flatten(clauses).map(({ id }) => id));
  expect(map.filter(({ lastOn }) => lastOn !== null)).toEqual([]);
  expect(map.filter(({ stories, door }) => stories === 0 && door === null)).toEqual([]);
});

test('what units issued and reported is counted at the clauses that ask for it, and nowhere else', () => {
  const filings = confirmed(shownPlan('so-noi-vu'), shownReport('so-noi-vu', 2027, '2027-01-10'));
  const done = mapOf(filings).filter(({ duty }) => duty && duty.done > 0);
  expect(done.map(({ id, duty }) => [id, duty?.done])).toEqual([
    ['v-1-1', 1],
    ['v-2-1', 1],
    ['v-2-9', 1],
  ]);
  expect(done.every(({ lastOn }) => lastOn === '2027-07-10' || lastOn === '2026-07-10')).toBe(true);
});

test('a text that a department issued is a duty done', () => {
  const texts = {
    is: 'text',
    role: 'huong-dan',
    kind: 'Hướng dẫn',
    number: '12/HD-SNV',
    issuer: 'Sở Nội vụ',
  } as const;
  const none = { validFrom: null, lapsesOn: null, successor: null, address: null, content: null, files: [] };
  followRows([{ ...texts, ...none, title: 'Về khen thưởng.', date: '2027-01-05' }]);
  const found = mapOf().find(({ id }) => id === 'v-2-8');
  expect(found).toMatchObject({ duty: { done: 1, of: 1 }, lastOn: '2027-01-05' });
});

test('a story counts at its clauses and at those above them', () => {
  const [story] = generateStories(1);
  if (!story) throw new Error('No story.');
  const map = mapOf(confirmed(), [{ ...story, clauses: ['iii-1-2-3'], strands: [] }]);
  expect(map.filter(({ stories }) => stories).map(({ id }) => id)).toEqual(['iii-1', 'iii-1-2', 'iii-1-2-3']);
  expect(map.filter(isFollowed).length).toBeLessThan(map.length);
});
