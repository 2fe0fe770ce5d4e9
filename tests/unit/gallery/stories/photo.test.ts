import { expect, test } from '@playwright/test';
import { readPhoto } from '../../../../src/gallery/stories/photo.ts';

const attached = (id: string) => ({ id, url: `https://a.test/${id}`, type: 'image/jpeg' });

for (const count of [1, 2, 5])
  test(`of ${count} pictures in a row the first is shown, and staff are told of the others`, () => {
    const photos = Array.from({ length: count }, (_, index) => attached(`att${index}`));
    const read = readPhoto({
      cells: { photos, photoAlt: 'Một con đường có đèn.', photoCredit: 'Phường thử' },
      columns: { names: { photos: 'Hình' }, unavailable: [] },
    });
    expect(read.photo?.attachment).toBe('att0');
    if (count === 1) expect(read.problem).toBeNull();
    else expect(read.problem).toContain(`Cột “Hình”: bài chỉ hiện ảnh đầu, ${count - 1} ảnh sau`);
  });
