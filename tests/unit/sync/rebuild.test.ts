import { expect, stories, storyRow, syncOnce, test } from '../../fixtures/back-office.ts';

test('one rebuild is asked for when the public set changed and has settled', async ({
  db,
  standIn,
  staff,
}) => {
  let asked = 0;
  const askForBuild = async () => {
    asked += 1;
  };
  const runs = async (count: number) => {
    for (let run = 0; run < count; run += 1) await syncOnce(db, standIn, { askForBuild });
    return asked;
  };
  await runs(3);
  asked = 0;
  const id = await staff.create(stories, storyRow());
  expect(await runs(1)).toBe(0);
  expect(await runs(3)).toBe(1);
  await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ' });
  expect(await runs(4)).toBe(2);
});

test('a rebuild that could not be asked for is asked for again', async ({ db, standIn, staff }) => {
  await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  const broken = await syncOnce(db, standIn, { askForBuild: () => Promise.reject(new Error('hook down')) });
  expect(broken).toMatchObject({ rebuild: false, problems: ['rebuild: hook down'] });
  expect(await syncOnce(db, standIn)).toMatchObject({ rebuild: true });
});
