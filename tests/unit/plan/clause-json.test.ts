import { expect, test } from '@playwright/test';
import { clauseJson } from '../../../src/plan/clause-json.ts';
import { findClause } from '../../../src/plan/outline.ts';
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
