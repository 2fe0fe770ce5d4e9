import { isMassLoss } from '../../../../src/filing/delivery/mass-loss.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';

/** How many of how many stories are lost, and by what. */
const falls = [
  { of: 1, lost: ['Gỡ bỏ'] },
  { of: 3, lost: ['Gỡ bỏ'] },
  { of: 2, lost: ['Gỡ bỏ', 'Gỡ bỏ'] },
  { of: 3, lost: ['Nháp', 'Nháp', 'Nháp'] },
  { of: 10, lost: ['Nháp', 'Nháp'] },
  { of: 10, lost: ['Nháp', 'Nháp', 'Nháp'] },
  { of: 10, lost: ['Gỡ bỏ', 'Gỡ bỏ', 'bỏ đồng ý', 'bỏ đồng ý'] },
];

for (const { of, lost } of falls)
  for (const isTrickling of [false, true])
    test(`of ${of} stories, ${lost.join(', ')} ${isTrickling ? 'one by one within an hour' : 'at once'}`, async ({
      db,
      standIn,
      staff,
    }) => {
      const ids: string[] = [];
      for (let number = 0; number < of; number += 1)
        ids.push(
          await staff.create(stories, storyRow({ Mã: `MH-${1000 + number}`, Tên: `Mô hình ${number}` })),
        );
      await syncOnce(db, standIn);
      for (const [index, what] of lost.entries()) {
        const cells = what === 'bỏ đồng ý' ? { 'Đồng ý công khai': false } : { 'Trạng thái': what };
        await staff.change(stories, ids[index] ?? '', cells);
        if (isTrickling) await syncOnce(db, standIn);
      }
      await syncOnce(db, standIn);
      const left = (await readPublished(db, { samples: false })).length;
      if (!isMassLoss(lost.length, of)) expect(left).toBe(of - lost.length);
      else if (!isTrickling) expect(left, 'held whole').toBe(of);
      else {
        // What staff took down by itself stays down; the rest comes back and waits for staff.
        const allowed = Math.max(1, Math.floor(of / 5));
        const taken = lost.slice(0, allowed).filter((what) => what === 'Gỡ bỏ').length;
        expect(left).toBe(of - taken);
      }
    });

test('while losses are held, one takedown more takes effect an hour later', async ({
  db,
  standIn,
  staff,
}) => {
  const ids: string[] = [];
  for (let number = 0; number < 4; number += 1)
    ids.push(await staff.create(stories, storyRow({ Mã: `MH-${1000 + number}`, Tên: `Mô hình ${number}` })));
  await syncOnce(db, standIn);
  for (const id of ids.slice(0, 2)) await staff.change(stories, id, { 'Đồng ý công khai': false });
  await syncOnce(db, standIn);
  await db.query(`update story_losses set lost_at = now() - interval '2 hours'`);
  await staff.change(stories, ids[3] ?? '', { 'Trạng thái': 'Gỡ bỏ' });
  await syncOnce(db, standIn);
  const published = (await readPublished(db, { samples: false })).map(({ id }) => id).toSorted();
  expect(published).toEqual(['MH-1000', 'MH-1001', 'MH-1002']);
});
