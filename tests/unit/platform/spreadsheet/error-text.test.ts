import { expect, test } from '@playwright/test';
import { isErrorText } from '../../../../src/platform/spreadsheet/error-text.ts';

test('errors of formulas are known in all languages of offices, and the filler of a narrow column', () => {
  for (const text of [
    '#N/A',
    ' #REF! ',
    '#div/0!',
    '#VALUE!',
    '#NAME?',
    '#NULL!',
    '#NUM!',
    '#SPILL!',
    '#CALC!',
    'Err:502',
    '#ERROR!',
    '#VALEUR!',
    '#WERT!',
    '####',
    '##########',
  ]) {
    expect(isErrorText(text), text).toBe(true);
  }
});

test('words that begin alike are no errors', () => {
  for (const text of [
    '',
    '#',
    '# 1',
    '#1',
    '#Đồng Nai',
    'Tổ #N/A',
    '#REF! sai',
    'Error',
    'Err',
    '#hashtag',
    'N/A',
    'REF',
  ]) {
    expect(isErrorText(text), text).toBe(false);
  }
});
