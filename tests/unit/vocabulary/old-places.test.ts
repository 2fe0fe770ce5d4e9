import { expect, test } from '@playwright/test';
import { oldPlaces } from '../../../src/vocabulary/old-places.ts';
import { communes } from '../../../src/vocabulary/units.ts';

test('old places are named in short, each kind once, without their districts', () => {
  expect(
    oldPlaces('Phường Long Phước, Phường Phước Bình, Xã Bình Sơn (huyện Phú Riềng), Xã Long Giang'),
  ).toBe('phường Long Phước, Phước Bình; xã Bình Sơn, Long Giang');
  expect(oldPlaces('Xã Xuân Hưng, Xã Xuân Tâm (phần còn lại sau khi sáp nhập vào xã Xuân Đông)')).toBe(
    'xã Xuân Hưng, Xuân Tâm (một phần)',
  );
  expect(oldPlaces('giữ nguyên')).toBe('giữ nguyên');
});

test('no old place of any unit is lost in the short form', () => {
  for (const { fullName, formedFrom } of communes) {
    const places = formedFrom.split(', ').length;
    expect(oldPlaces(formedFrom).split(/, |; /), fullName).toHaveLength(places);
  }
});
