import { expect, test } from '@playwright/test';
import { clauseJson, planJson } from '../../../src/plan/clause-json.ts';
import { findClause, flatten } from '../../../src/plan/outline.ts';
import { planDocument } from '../../../src/plan/schema.ts';
import { clausesOfPlan } from './plan-files.ts';

const site = new URL('https://thidua.example');

test('a clause as data says its text, its citation and its place', () => {
  const found = findClause(clausesOfPlan, 'iii-1-2');
  expect(found && clauseJson(found, site)).toEqual({
    id: 'iii-1-2',
    label: 'III.1.2',
    name: 'Tiêu chí: Mặt trận, tổ chức chính trị - xã hội',
    citation: 'điểm 1.2 mục III Kế hoạch 113/KH-UBND',
    marker: '1.2.',
    title: 'Đối với Ủy ban Mặt trận Tổ quốc Việt Nam thành phố, các tổ chức chính trị - xã hội',
    paragraphs: [],
    parent: 'iii-1',
    children: ['iii-1-2-1', 'iii-1-2-2', 'iii-1-2-3', 'iii-1-2-4'],
    address: 'https://thidua.example/ke-hoach/iii-1-2/',
  });
});

test('the plan as data lists every clause in reading order', () => {
  const { number, date, clauses } = planJson(planDocument, clausesOfPlan, site);
  expect([number, date]).toEqual(['113/KH-UBND', '2026-06-24']);
  expect(clauses.map(({ id }) => id)).toEqual(flatten(clausesOfPlan).map(({ id }) => id));
  expect(clauses[0]?.data).toBe('https://thidua.example/api/v1/ke-hoach/can-cu.json');
});
