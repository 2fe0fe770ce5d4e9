import { expect, test } from '@playwright/test';
import { noBreakRuns } from '../../../src/vietnamese/line-breaks.ts';
import { flatten } from '../../../src/plan/outline.ts';
import { planDocument } from '../../../src/plan/schema.ts';
import { clausesOfPlan } from '../plan/plan-files.ts';

const held = (text: string, kind: 'text' | 'title') =>
  noBreakRuns(text, kind).flatMap((run) => (run.held ? [run.text] : []));

test('holding words together changes no word of the plan', () => {
  const texts = flatten(clausesOfPlan).flatMap(({ title, paragraphs }) => [title ?? '', ...paragraphs]);
  for (const text of texts) {
    for (const kind of ['text', 'title'] as const) {
      const runs = noBreakRuns(text, kind).map((run) => run.text);
      expect(runs.join('')).toBe(text);
    }
  }
});

test('a number of a document stays whole with the word before it', () => {
  const text = 'Nghị quyết số 57-NQ/TW (viết tắt là Nghị quyết số 57), Kế hoạch 113/KH-UBND năm 2026';
  expect(held(text, 'text')).toEqual(['số 57-NQ/TW', 'số 57', '113/KH-UBND']);
});

test('a title breaks between words, not inside a compound one', () => {
  const { subject } = planDocument;
  expect(held(subject, 'title')).toEqual(
    expect.arrayContaining(['Đổi mới', 'sáng tạo', 'chuyển đổi số', 'chuyển đổi xanh', 'thành phố']),
  );
  expect(held('TIÊU CHÍ THI ĐUA VÀ HÌNH THỨC KHEN THƯỞNG', 'title')).toHaveLength(4);
  expect(held('tổ chứcx', 'title')).toEqual([]);
});
