import { expect, test } from '@playwright/test';
import { bareTitle, clauseCitation, findClause, flatten, neighbours } from '../../../src/plan/outline.ts';
import { clausesOfPlan } from './plan-files.ts';

function clause(id: string) {
  const found = findClause(clausesOfPlan, id);
  if (!found) throw new Error(`No clause has the id “${id}”.`);
  return found.clause;
}

test('reading order puts a clause before its children and the parts as printed', () => {
  const ids = flatten(clausesOfPlan).map(({ id }) => id);
  expect(ids.slice(0, 7)).toEqual(['can-cu', 'can-cu-1', 'can-cu-2', 'can-cu-3', 'can-cu-4', 'i', 'i-1']);
  expect(ids.at(-1)).toBe('ket-thuc');
  expect(clausesOfPlan.map(({ id }) => id)).toEqual(['can-cu', 'i', 'ii', 'iii', 'iv', 'v', 'ket-thuc']);
});

test('an id says where its clause stands: it begins with the id of the clause that contains it', () => {
  for (const parent of flatten(clausesOfPlan)) {
    for (const child of parent.children) expect(child.id).toMatch(new RegExp(`^${parent.id}-(\\d+|[a-z])$`));
  }
});

test('bullets are counted from 1, and every other clause carries its printed number', () => {
  for (const parent of flatten(clausesOfPlan)) {
    parent.children.forEach((child, index) => {
      const last = child.id.split('-').at(-1);
      const isCounted = child.marker === '-' || child.marker === '';
      const printed = child.marker.replace(/[.)]$/, '').split('.').at(-1);
      expect(last, child.id).toBe(isCounted ? String(index + 1) : printed);
    });
  }
});

test('a clause is found with all that contains it, outermost first', () => {
  const found = findClause(clausesOfPlan, 'iii-2-2-a-1');
  expect(found?.clause.paragraphs).toEqual(['Bằng khen của Thủ tướng Chính phủ;']);
  expect(found?.ancestors.map(({ id }) => id)).toEqual(['iii', 'iii-2', 'iii-2-2', 'iii-2-2-a']);
  expect(findClause(clausesOfPlan, 'vi')).toBeNull();
});

test('previous and next follow the reading order across parts and stop at both ends', () => {
  const around = (id: string) => {
    const { previous, next } = neighbours(clausesOfPlan, id);
    return [previous?.id ?? null, next?.id ?? null];
  };
  expect(around('ii')).toEqual(['i-2-2', 'ii-1']);
  expect(around('can-cu')).toEqual([null, 'can-cu-1']);
  expect(around('ket-thuc')).toEqual(['v-2-9', null]);
  expect(around('vi')).toEqual([null, null]);
});

test('a citation names a clause as official texts do', () => {
  const names = [
    ['ii', 'mục II Kế hoạch 113/KH-UBND'],
    ['ii-3', 'gạch đầu dòng thứ 3 mục II Kế hoạch 113/KH-UBND'],
    ['iii-1-2', 'điểm 1.2 mục III Kế hoạch 113/KH-UBND'],
    ['iii-1-2-3', 'gạch đầu dòng thứ 3 điểm 1.2 mục III Kế hoạch 113/KH-UBND'],
    ['iii-2-2-a-1', 'gạch đầu dòng thứ 1 tiết a điểm 2.2 mục III Kế hoạch 113/KH-UBND'],
    ['can-cu-2', 'đoạn thứ 2 phần căn cứ Kế hoạch 113/KH-UBND'],
    ['ket-thuc', 'phần kết thúc Kế hoạch 113/KH-UBND'],
  ] as const;
  for (const [id, citation] of names) {
    expect(clauseCitation(clause(id))).toBe(citation);
  }
});

test('a title in a list ends without the colon or stop that leads into its text', () => {
  const titles = flatten(clausesOfPlan).flatMap(({ title }) => (title === null ? [] : [title]));
  expect(titles.filter((title) => /[:.]$/.test(title)).length).toBeGreaterThan(0);
  for (const title of titles) {
    expect(bareTitle(title)).not.toMatch(/[:.]$/);
    expect(title.startsWith(bareTitle(title))).toBe(true);
  }
});
