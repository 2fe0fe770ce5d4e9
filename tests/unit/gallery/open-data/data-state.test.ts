import { dataSets } from '../../../../src/gallery/open-data/catalogue.ts';
import type { Sources } from '../../../../src/gallery/open-data/data-set.ts';
import { stateOf } from '../../../../src/gallery/open-data/data-state.ts';
import { readDataStates, recordDataStates } from '../../../../src/gallery/open-data/server/data-states.ts';
import { dayInVietnam } from '../../../../src/vietnamese/official-date.ts';
import { expect, test } from '../../../fixtures/database.ts';
import { inventedSources } from './sources.ts';

const statesOf = (sources: Sources) => dataSets.map((set) => stateOf(set, sources));
const states = statesOf(inventedSources).map((state) => ({ ...state, changed: '2026-07-01' }));
const today = dayInVietnam(new Date());
const gone = { id: 'VD-0007', reason: null, withdrawnAt: new Date() };
const [first] = inventedSources.stories;

/** What changes between two builds, and one set at least whose rows it changes. */
const changes: Record<string, [string, Partial<Sources>]> = {
  nothing: ['', {}],
  'a story is gone': ['dien-hinh', { stories: inventedSources.stories.slice(1) }],
  'an adoption is gone': ['ap-dung', { adoptions: [] }],
  'a story was taken down': ['da-go', { withdrawn: [gone] }],
  'a text': [
    'toan-van',
    { stories: first ? [{ ...first, body: 'Khác.' }, ...inventedSources.stories.slice(1)] : [] },
  ],
  'a correction': [
    'dinh-chinh',
    {
      stories: inventedSources.stories.map((story) => ({
        ...story,
        corrections: [{ day: '2026-11-01', text: 'Sửa.' }],
      })),
    },
  ],
  'the plan': ['ke-hoach', { clauses: inventedSources.clauses.slice(1) }],
};

for (const [what, [set, change]] of Object.entries(changes))
  test(`a data set has today’s date where its rows changed, and keeps its own where not: ${what}`, () => {
    const after = statesOf({ ...inventedSources, ...change, states });
    const same = (id: string, digest: string) =>
      states.some((state) => state.id === id && state.digest === digest);
    for (const { id, digest, changed } of after)
      expect(changed, id).toBe(same(id, digest) ? '2026-07-01' : today);
    const changed = after.filter((state) => state.changed === today).map(({ id }) => id);
    if (set === '') expect(changed).toEqual([]);
    else expect(changed).toContain(set);
    expect(changed, 'units do not change').not.toContain('don-vi');
  });

test('the next build knows what the last one published', async ({ db }) => {
  expect(await readDataStates(db)).toEqual([]);
  await recordDataStates(db, states);
  const again = states.map((state) => ({ ...state, changed: '2026-08-01' }));
  await recordDataStates(db, again);
  const read = await readDataStates(db);
  expect(read).toHaveLength(dataSets.length);
  expect(read.every(({ changed }) => changed === '2026-08-01')).toBe(true);
});
