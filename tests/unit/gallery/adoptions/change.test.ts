import { expect, test } from '@playwright/test';
import { change } from '../../../../src/gallery/adoptions/ui/change.ts';
import { surenessLevels } from '../../../../src/gallery/stories/sureness.ts';

const [sureness] = surenessLevels;

for (const [before, after, unit, said] of [
  ['34', '71', '%', 'từ 34% đến 71%'],
  ['25', '15', 'phút', 'từ 25 phút đến 15 phút'],
  [null, '120', null, '120'],
  ['40', null, 'hộ', 'trước: 40 hộ'],
] as const) {
  test(`an indicator is said as “${said}”`, () => {
    expect(change({ name: 'Chỉ số thử', before, after, unit, sureness })).toEqual({
      name: 'Chỉ số thử',
      figure: said,
      sureness: 'tự khai',
    });
  });
}

test('an indicator without a figure is not shown', () => {
  expect(change({ name: 'Chỉ số thử', before: null, after: null, unit: '%', sureness })).toBeNull();
});
