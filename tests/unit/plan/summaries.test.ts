import { expect, test } from '@playwright/test';
import { glanceOf } from '../../../src/plan/glance.ts';
import { flatten } from '../../../src/plan/outline.ts';
import { nearestSummary, summaries } from '../../../src/plan/summaries.ts';
import { criteria, duties, strands } from '../../../src/vocabulary/taxonomy.ts';
import { clausesOfPlan } from './plan-files.ts';

const second = [
  'i-1',
  'i-2',
  'iii-1-1',
  'iii-1-2',
  'iii-1-3',
  'iii-1-4',
  'iii-2-1',
  'iii-2-2',
  'iii-2-3',
  'v-1',
  'v-2',
];

test('every part, second-level clause and strand has one summary, in reading order', () => {
  const wanted = new Set([...clausesOfPlan.map(({ id }) => id), ...second, ...strands.map(({ id }) => id)]);
  const inOrder = flatten(clausesOfPlan).filter(({ id }) => wanted.has(id));
  expect(summaries.map(({ id }) => id)).toEqual(inOrder.map(({ id }) => id));
});

test('a summary names no year and no number that its clause does not hold', () => {
  for (const { id, text, due } of summaries) {
    const clause = flatten(clausesOfPlan).find((one) => one.id === id);
    const held = JSON.stringify(clause);
    for (const number of `${text} ${due ?? ''}`.match(/\d+/g) ?? [])
      expect(held, `${id}: ${number}`).toContain(number);
  }
});

test('a clause without a summary takes that of what contains it', () => {
  expect(nearestSummary('i-1-3')?.id).toBe('i-1');
  expect(nearestSummary('iv-2')?.id).toBe('iv');
  expect(nearestSummary('vi')).toBeUndefined();
});

test('at a glance a clause says whom it concerns and by when, from the most exact list', () => {
  const criterion = { who: 'Doanh nghiệp', href: '/tieu-chi/doanh-nghiep/', isDuty: false, due: null };
  expect(glanceOf('iii-1-3-2')).toMatchObject(criterion);
  expect(glanceOf('iii-1-3-2').gist).toBe(criteria.find(({ id }) => id === 'iii-1-3-2')?.name);
  expect(glanceOf('v-2-8')).toMatchObject({ who: 'Sở Nội vụ', isDuty: true });
  expect(glanceOf('v-2-8').gist).toBe(duties.find(({ id }) => id === 'v-2-8')?.what);
  expect(glanceOf('v-1-2').due).toContain('Năm 2030');
  expect(glanceOf('iii-2-2-a-1').due).toBe('Sơ kết 2027');
  expect(glanceOf('i-1-1')).toMatchObject({ href: null, gist: null, due: null });
});
