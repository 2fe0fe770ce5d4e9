import { expect, test } from '@playwright/test';
import { writeCsv } from '../../../../src/platform/spreadsheet/csv.ts';

test('CSV begins with the mark by which Excel knows UTF-8, and no cell runs as a formula', () => {
  const csv = writeCsv([['Tên', '=1+1', '+84', '-2', '@x', '\tx', 'a, "b"', null, 3]]);
  expect(csv).toBe('\uFEFFTên,\'=1+1,\'+84,\'-2,\'@x,\'\tx,"a, ""b""",,3\r\n');
});
