import { expect, test } from '@playwright/test';
import { clauseHeading, clauseName, UnnamedClauseError } from '../../../src/plan/clause-names.ts';
import { clausePlace } from '../../../src/plan/components/short-mark.ts';
import { flatten } from '../../../src/plan/outline.ts';
import { clausesOfPlan } from './plan-files.ts';

const ids = flatten(clausesOfPlan).map(({ id }) => id);

test('every clause has a name in words, short enough for a tab, and none shares its heading', () => {
  for (const id of ids) expect(clauseName(id).length, id).toBeLessThanOrEqual(60);
  const headings = ids.map(clauseHeading);
  expect(new Set(headings).size).toBe(headings.length);
});

test('a heading has the mark and the name; a link says the place', () => {
  expect(clauseHeading('ii-3')).toBe('II.3 · Đổi mới sáng tạo trong mọi hoạt động');
  expect(clauseHeading('iii-2-2-a-3')).toBe('III.2.2.a.3 · Giấy khen');
  expect(clauseHeading('v-2-8')).toBe('V.2.8 · Sở Nội vụ');
  expect(clausePlace('v-2-9')).toBe('Mục V.2.9');
  expect(clausePlace('can-cu-4')).toBe('Phần căn cứ 4');
});

test('a clause that nobody has named stops the build and says where to name it', () => {
  expect(() => clauseName('vi-1')).toThrow(UnnamedClauseError);
});
