import { expect, test } from '@playwright/test';
import { fold, nfc } from '../../../src/vietnamese/fold.ts';

test('takes away tones, hats and capitals, and writes d for đ', () => {
  expect(fold('Chuyển đổi số, ĐƯỜNG Đồng Nai')).toBe('chuyen doi so, duong dong nai');
});

test('folds all 134 Vietnamese letters to plain ones', () => {
  const small = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
  const letters = small + small.toLocaleUpperCase('vi');
  expect(letters).toHaveLength(134);
  expect(fold(letters)).toMatch(/^[aeiouyd]{134}$/);
});

test('reads decomposed text as the same text', () => {
  const composed = 'Chuyển đổi số';
  expect(nfc(composed.normalize('NFD'))).toBe(composed);
  expect(fold(composed.normalize('NFD'))).toBe(fold(composed));
});

test('reads what scanning makes of đ as đ', () => {
  expect(nfc('Ðồng Nai, ɖường, Ɖồng, ðổi')).toBe('Đồng Nai, đường, Đồng, đổi');
});
