import { expect, test } from '@playwright/test';
import { nominationStates } from '../../../../src/filing/states.ts';
import { answerDay, answerWords } from '../../../../src/filing/status/answer-day.ts';

const times = { 'moi-tiep-nhan': 5, 'dang-kiem-tra': null };
/** A Tuesday in Việt Nam, still Monday in London. */
const tuesday = new Date('2026-04-27T18:00:00Z');

test('the last day is counted in working days of Việt Nam, the first not counted, holidays and weekends passed over', () => {
  // 29/4, then 30/4 and 1/5 are holidays, 2 and 3/5 a weekend: 4, 5, 6, 7/5.
  expect(answerDay('moi-tiep-nhan', tuesday, times)).toBe('2026-05-07');
  expect(answerWords('moi-tiep-nhan', tuesday, times)).toBe(
    'chậm nhất ngày 07 tháng 5 năm 2026 (5 ngày làm việc)',
  );
});

test('an unannounced time is a named slot; a state that waits for nobody promises nothing', () => {
  expect(answerDay('dang-kiem-tra', tuesday, times)).toBeNull();
  expect(answerWords('dang-kiem-tra', tuesday, times)).toBe('[điền: Sở Nội vụ công bố]');
  expect(answerDay('rut-de-cu', tuesday, times)).toBeNull();
  expect(answerWords('rut-de-cu', tuesday, times)).toBe('Không còn việc phải chờ');
});

test('every state that waits for somebody has its place for a time', () => {
  for (const { id, turn } of nominationStates) {
    const isOver = turn === 'Đã kết thúc';
    expect(answerWords(id, tuesday) === 'Không còn việc phải chờ', id).toBe(isOver);
  }
});
