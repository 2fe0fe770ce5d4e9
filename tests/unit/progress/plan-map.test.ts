import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parseClauses } from '../../../src/plan/clauses.ts';
import { flatten } from '../../../src/plan/outline.ts';
import { coverage, owingUnits } from '../../../src/progress/coverage/coverage.ts';
import { isFollowed, planMap } from '../../../src/progress/map/plan-map.ts';
import { said } from '../../../src/progress/map/words.ts';
import { followRows } from '../../../src/vocabulary/owner-settings.ts';
import { generateStories } from '../../fixtures/story-generator/generate.ts';
import { confirmed, shownPlan, shownReport } from '../../fixtures/unit-filings.ts';

test.afterEach(() => followRows([]));

const clauses = globSync('content/plan/*.mdx')
  .toSorted()
  .flatMap((file) => parseClauses(readFileSync(file, 'utf8').replace(/^---[\s\S]*?\n---\n/, '')));

const mapOf = (
  filings = confirmed(),
  stories: Parameters<typeof planMap>[0]['stories'] = [],
  today = '2027-02-01',
) => planMap({ clauses, stories, adoptions: [], filings, lines: coverage(filings, today), today });

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

const taken = (year: number, from: string, until: string) => ({
  is: 'moment' as const,
  kind: 'nhan-phieu' as const,
  name: `Báo cáo năm ${year}`,
  from: new Date(from),
  until: new Date(until),
  forms: ['bao-cao-nam'],
  year,
  words: '',
  announced: null,
});
const some = (year: number, count: number) =>
  owingUnits.slice(0, count).map(({ code }) => shownReport(code, year, null));

for (const [when, rows, filed, today, year, done] of [
  ['before anything', [], [], '2026-08-01', 2026, 0],
  ['in the first days of the next year', [], some(2026, 40), '2027-01-02', 2026, 40],
  ['while a row still takes 2026', ['2026'], [], '2027-01-02', 2026, 0],
  ['all of the next year until its row opens', ['2026', '2027'], some(2026, 90), '2027-11-30', 2026, 90],
  ['from the day on which the next row opens', ['2026', '2027'], some(2026, 90), '2027-12-01', 2027, 0],
  [
    'with one early report of the next year',
    [],
    [...some(2026, 90), ...some(2027, 1)],
    '2027-03-01',
    2026,
    90,
  ],
  [
    'once more reported a later year without a row',
    ['2026'],
    [...some(2026, 9), ...some(2027, 12)],
    '2028-01-01',
    2027,
    12,
  ],
] as const) {
  test(`the yearly report is told for the year that is filed: ${when}`, () => {
    followRows(
      rows.map((one) =>
        taken(Number(one), `${one}-12-01T00:00:00+07:00`, `${Number(one) + 1}-01-31T00:00:00+07:00`),
      ),
    );
    const clause = mapOf(confirmed(...filed), [], today).find(({ id }) => id === 'v-2-9');
    expect(clause?.duty).toEqual({ done, of: owingUnits.length, what: `đơn vị đã báo cáo năm ${year}` });
    expect(clause && said(clause)).toContain(`${done}/${owingUnits.length} đơn vị đã báo cáo năm ${year}`);
    expect(clause?.door).not.toBeNull();
  });
}

test('every gap of a clause that the site follows has a door, and only gaps have one', () => {
  for (const clause of mapOf()) {
    const isGap = clause.stories === 0 || (clause.duty && clause.duty.done < clause.duty.of);
    expect(clause.door !== null, clause.id).toBe(isGap === true);
  }
  for (const id of ['v-2-2', 'v-2-3', 'v-2-8'])
    expect(mapOf().find((one) => one.id === id)?.door).toEqual({
      href: '/phan-hoi/',
      label: 'Báo đã ban hành',
    });
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
