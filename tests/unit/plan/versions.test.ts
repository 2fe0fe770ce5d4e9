import { expect, test } from '@playwright/test';
import { flatten } from '../../../src/plan/outline.ts';
import { planDocument } from '../../../src/plan/schema.ts';
import { changesOfClause, changesSchema, planChanges } from '../../../src/plan/versions/changes.ts';
import { planFeed } from '../../../src/plan/versions/plan-feed.ts';
import { clausesOfPlan } from './plan-files.ts';

const amended = changesSchema.parse({
  source: 'Một phép thử.',
  changes: [
    {
      day: '2027-03-01',
      document: 'Kế hoạch thử sửa đổi',
      what: 'Sửa thời hạn.',
      clauses: [
        { id: 'v-1', before: 'Thời hạn cũ.' },
        { id: 'v-2', before: null },
      ],
    },
  ],
}).changes;

test('the changes of the plan begin with its issue, and name clauses that there are', () => {
  expect(planChanges.at(-1)).toMatchObject({
    day: planDocument.date,
    document: `Kế hoạch ${planDocument.number}`,
  });
  const ids = new Set(flatten(clausesOfPlan).map(({ id }) => id));
  for (const { clauses } of planChanges) for (const { id } of clauses) expect(ids.has(id), id).toBe(true);
});

test('a clause tells what it said before it was changed', () => {
  expect(changesOfClause(amended, 'v-1')).toMatchObject([{ day: '2027-03-01', before: 'Thời hạn cũ.' }]);
  expect(changesOfClause(amended, 'v-2')).toMatchObject([{ before: null }]);
  expect(changesOfClause(amended, 'v-3')).toEqual([]);
});

test('changes are a feed', async () => {
  const xml = await (await planFeed([...amended, ...planChanges], new URL('https://example.gov.vn'))).text();
  expect(xml.match(/<item>/g)).toHaveLength(2);
  expect(xml).toContain('Sửa thời hạn.');
});
