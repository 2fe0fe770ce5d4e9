import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { readMonthCell } from '../../../../src/filing/batches/months.ts';
import { isErrorText } from '../../../../src/platform/spreadsheet/error-text.ts';
import { numberShower } from '../../../../src/platform/spreadsheet/show-number.ts';

for (const [kind, code, value, shown] of [
  ['percent', '0%', 0.667, '67%'],
  ['percent with decimals', '0.0%', 0.667, '66,7%'],
  ['percent with decimals that may stand', '0.##%', 0.5, '50%'],
  ['percent whose half is above in decimals', '0%', 0.285, '29%'],
  ['percent below zero', '0%;[Red]-0%', -0.05, '-5%'],
  ['percent behind a blank', '0.00 %', 1, '100,00 %'],
  ['decimals that a person sees', '0.0', 66.666, '66,7'],
  ['a half above in decimals', '0.00', 1.005, '1,01'],
  ['thousands', '#,##0', 1980, '1980'],
  ['thousands with decimals', '#,##0.00', 1234.5, '1234,50'],
  ['thousands left out, with their word', '#,##0," nghìn"', 1_980_000, '1980 nghìn'],
  ['millions', '0.0,,"tr"', 1_500_000, '1,5tr'],
  ['leading zeros', '0000000000', 251000000, '0251000000'],
  ['digits in groups', '0000 000 000', 251000000, '0251 000 000'],
  ['digits with a dash', '000\\-000', 123456, '123-456'],
  ['a unit', '0" người"', 12, '12 người'],
  ['a unit behind any number', 'General" đồng"', 1.5, '1,5 đồng'],
  ['a unit of unquoted signs', '#,##0\\ "₫"', 12000, '12000 ₫'],
  ['a currency', '#,##0\\ [$₫-42A]', 12000, '12000 ₫'],
  ['bookkeeping', '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', 1200, '1200'],
  ['bookkeeping below zero', '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', -5, '-5'],
  ['bookkeeping of nothing', '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', 0, '0'],
  ['red alone for less than zero', '0;[Red]0', -3, '-3'],
  ['an exponent', '0.00E+00', 251000000, '251000000'],
  ['a fraction', '# ?/?', 2.5, '2,5'],
  ['words by condition', '[=1]"Nam";[=2]"Nữ";General', 2, 'Nữ'],
  ['what no condition names', '[=1]"Nam";[=2]"Nữ";General', 7, '7'],
  ['phone numbers by condition', '[<=9999999]###-####;(###) ###-####', 5551234, '555-1234'],
  ['words for numbers', '"Có";"Không";"Chưa"', 0, 'Chưa'],
  ['text', '@', 7, '7'],
  ['general', 'General', 0.1 + 0.2, '0,3'],
  ['general with a condition', '[>=0]General', 12, '12'],
  ['a day', 'dd/mm/yyyy', 46204, '2026-07-01'],
  ['a day of the system', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 46204, '2026-07-01'],
  ['a day with words', '"ngày "d" tháng "m" năm "yyyy', 46204, '2026-07-01'],
  ['a day without its year', 'd-mmm', 46204, '2026-07-01'],
  ['a month', 'mm/yyyy', 46204, '7/2026'],
  ['a month with a word', '"tháng "m\\/yyyy', 46204, '7/2026'],
  ['a month by name', 'mmm-yy', 46204, '7/2026'],
  ['a year', 'yyyy', 46204, '2026'],
  ['a day whose time is not shown', 'dd/mm/yyyy', 46204.75, '2026-07-01'],
  ['a day and a time', 'dd/mm/yyyy hh:mm', 46204.354166667, '2026-07-01 8:30'],
  ['a day and midnight', 'm/d/yy h:mm', 46204, '2026-07-01'],
  ['a time', 'h:mm AM/PM', 0.75, '18:00'],
  ['minutes and seconds', 'mm:ss.0', 0.0104166667, '0:15'],
  ['a stretch of time', '[h]:mm', 1.5, '36:00'],
  ['1/1/1900', 'd/m/yyyy', 1, '1900-01-01'],
  ['28/2/1900', 'd/m/yyyy', 59, '1900-02-28'],
  ['the day that never was', 'd/m/yyyy', 60, '1900-02-29'],
  ['1/3/1900', 'd/m/yyyy', 61, '1900-03-01'],
  ['the last day', 'd/m/yyyy', 2_958_465, '9999-12-31'],
] as const) {
  test(`${kind} is shown as a person sees it: ${value} as ${code}`, () => {
    expect(numberShower(code, false)(value)).toBe(shown);
  });
}

test('the calendar that begins in 1904 is four years and a day ahead', () => {
  for (const [code, shown] of [
    ['d/m/yyyy', '2026-07-01'],
    ['mmm-yy', '7/2026'],
    ['d/m/yyyy h:mm', '2026-07-01 12:00'],
  ] as const) {
    expect(numberShower(code, true)(46204 - 1462 + (code.includes('h') ? 0.5 : 0))).toBe(shown);
  }
  expect(numberShower('d/m/yyyy', true)(0)).toBe('1904-01-01');
});

test('a day that no spreadsheet shows is an error, and a blank number no day', () => {
  expect(isErrorText(numberShower('d/m/yyyy', false)(-1))).toBe(true);
  expect(isErrorText(numberShower('d/m/yyyy', false)(2_958_466))).toBe(true);
  expect(numberShower('d/m/yyyy', false)(0)).toBe('0');
});

test('every month in every format of a month is read as that month, in both calendars', () => {
  const codes = [
    'mm/yyyy',
    'm-yy',
    'mmm-yy',
    'yyyy-mm',
    '"T"m.yyyy',
    'mmmm yyyy',
    'dd/mm/yyyy',
    'd-mmm',
    'mmmm',
  ];
  const month = fc.record({
    year: fc.integer({ min: 2000, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(month, fc.constantFrom(...codes), fc.boolean(), ({ year, month: of }, code, is1904) => {
      const serial = (Date.UTC(year, of - 1, 1) - Date.UTC(1899, 11, 30)) / 86_400_000 - (is1904 ? 1462 : 0);
      const [read = '', readYear = ''] = readMonthCell(numberShower(code, is1904)(serial)).split('/');
      expect([Number(read), Number(readYear)]).toEqual([of, year]);
    }),
  );
});

test('any format shows any number, soon', () => {
  const sign = fc.constantFrom(
    ...'0#?.,%/EeyMdhs@;"\\[]*_ -+$()x',
    'General',
    'AM/PM',
    '[>=1]',
    '[h]',
    '[Red]',
  );
  const code = fc.array(sign, { maxLength: 400 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(code, fc.double(), (written, value) => {
      if (!Number.isFinite(value)) return;
      expect(numberShower(written, false)(value).length).toBeLessThan(1_000);
    }),
  );
});
