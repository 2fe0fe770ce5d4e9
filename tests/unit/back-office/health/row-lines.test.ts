import { expect, test } from '@playwright/test';
import { rowLines } from '../../../../src/back-office/health/words.ts';

const row = {
  recordId: 'rec1',
  address: 'https://airtable.com/app1/tbl1/rec1',
  since: new Date('2026-11-30T16:45:00Z'),
};
const at = '(từ 23:45 ngày 30 tháng 11 năm 2026)';

for (const [what, waiting, [place, why]] of [
  ['a row with its code', { table: 'Điển hình', code: 'MH-0101', why: 'A.' }, ['Điển hình MH-0101', 'A.']],
  ['a row that has none', { table: 'Đề cử', code: null, why: 'A.' }, ['Đề cử, hàng không có mã', 'A.']],
  ['two reasons', { table: 'Đề cử', code: 'DN', why: 'A.\nB.' }, ['Đề cử DN', 'A. · B.']],
  ['what is no row', { table: null, code: null, why: 'A.' }, ['', 'A.']],
] as const)
  test(`the list of rows for staff names the place: ${what}`, () => {
    expect(rowLines([{ ...row, ...waiting }])).toEqual([
      { place, address: row.address, rest: `${why} · ${at}` },
    ]);
  });
