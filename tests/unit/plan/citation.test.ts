import { expect, test } from '@playwright/test';
import { planCitation } from '../../../src/plan/citation.ts';
import { planDocument } from '../../../src/plan/schema.ts';

const address = 'https://thidua.example/ke-hoach/ii-3/';
const full =
  'số 113/KH-UBND ngày 24 tháng 6 năm 2026 của Ủy ban nhân dân thành phố Đồng Nai triển khai Phong trào thi đua “Đổi mới sáng tạo, phát triển khoa học, công nghệ, chuyển đổi số, chuyển đổi xanh” trên địa bàn thành phố';

test('the plan is cited by number, and in full with day, issuer, subject and address', () => {
  expect(planCitation(planDocument, address)).toEqual({
    short: 'Kế hoạch 113/KH-UBND',
    long: `Kế hoạch ${full}, ${address}`,
  });
});

test('a clause is cited by its place, from the smallest outwards', () => {
  expect(planCitation(planDocument, address, { id: 'ii-3', marker: '-' })).toEqual({
    short: 'Gạch đầu dòng thứ 3 mục II Kế hoạch 113/KH-UBND',
    long: `Gạch đầu dòng thứ 3 mục II Kế hoạch ${full}, ${address}`,
  });
});
