import { expect, test } from '@playwright/test';
import { joinAnswers, type SectionAnswer } from '../../../../src/site/search/site-answer.ts';
import { totalMessage } from '../../../../src/site/search/site-messages.ts';
import type { SectionId } from '../../../../src/search/sections.ts';

const says = (section: SectionId, total: number, near = false): SectionAnswer => ({
  section,
  answer: { total, near, found: [] },
});
const shown = (answers: SectionAnswer[]) => joinAnswers(answers).groups.map(({ section }) => section);

test('sections without an answer are not shown, the others in their order', () => {
  const answers = [says('ke-hoach', 2), says('trang', 0), says('dien-hinh', 3)];
  expect(shown(answers)).toEqual(['ke-hoach', 'dien-hinh']);
  expect(joinAnswers(answers).total).toBe(5);
});

test('pages that only come near give way to pages that have all the words', () => {
  expect(shown([says('ke-hoach', 9, true), says('trang', 1)])).toEqual(['trang']);
  expect(joinAnswers([says('ke-hoach', 9, true), says('trang', 0)])).toMatchObject({ total: 9, near: true });
});

test('nothing anywhere is not near', () => {
  expect(joinAnswers([says('ke-hoach', 0), says('trang', 0)])).toEqual({ total: 0, near: false, groups: [] });
});

test('says in one sentence what was found', () => {
  expect(totalMessage('xanh', 1234, false)).toBe('Tìm thấy 1.234 kết quả cho “xanh”.');
  expect(totalMessage('xanh zz', 3, true)).toBe(
    'Không nơi nào có đủ các từ “xanh zz”. Có 3 kết quả gần nhất.',
  );
  expect(totalMessage('zz', 0, false)).toBe('Không tìm thấy gì cho “zz”.');
});
