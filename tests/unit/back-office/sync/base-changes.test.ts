import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const published = async (db: Database) => (await readPublished(db, { samples: false })).map(({ id }) => id);
const full = {
  'Chú thích ảnh': 'Chú thích',
  'Mã đơn vị': 'so-noi-vu',
  Dịp: 'Hằng năm',
  'Số quyết định': '12/QĐ',
  'Ngày quyết định': '2026-10-01',
  'Liên hệ công khai': 'Văn phòng',
};

test('a withdrawal works whatever the choice is called', async ({ db, standIn, staff }) => {
  const id = await staff.create(stories, storyRow());
  await staff.create(stories, storyRow({ Mã: 'MH-0102' }));
  await syncOnce(db, standIn);
  await baseChanges(standIn).renameChoice(stories, 'Trạng thái', 'Gỡ bỏ', 'Đã gỡ');
  await staff.change(stories, id, { 'Trạng thái': 'Đã gỡ' });
  expect((await syncOnce(db, standIn)).problems).toEqual([]);
  expect(await published(db)).toEqual(['MH-0102']);
});

test('renamed choices of a nomination are read and written by their new names', async ({
  db,
  standIn,
  staff,
}) => {
  const change = baseChanges(standIn);
  await syncOnce(db, standIn);
  await change.renameChoice('Đề cử', 'Trạng thái', 'Mới tiếp nhận', 'Mới');
  await change.renameChoice('Đề cử', 'Trạng thái', 'Đang kiểm tra', 'Đang đọc');
  await change.renameChoice('Đề cử', 'Tiêu chí', 'iii-1-1-1', 'Tiêu chí một');
  const { code } = await (await file(intakeTools(db), goodNomination())).json();
  expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 1, problems: [] });
  const [row] = await staff.rows('Đề cử');
  expect(row?.fields).toMatchObject({ 'Trạng thái': 'Mới', 'Tiêu chí': ['Tiêu chí một', 'iii-1-1-3'] });
  await staff.change('Đề cử', row?.id ?? '', { 'Trạng thái': 'Đang đọc' });
  await syncOnce(db, standIn);
  const { rows } = await db.query('select code, state from submissions');
  expect(rows).toEqual([{ code, state: 'dang-kiem-tra' }]);
});

test('any column of a story deleted or of another type: nothing public is lost, and withdrawals go on', async ({
  db,
  standIn,
  staff,
}) => {
  const [one, two] = [
    await staff.create(stories, storyRow(full)),
    await staff.create(stories, storyRow({ Mã: 'MH-0102' })),
  ];
  await syncOnce(db, standIn);
  const before = await readPublished(db, { samples: false });
  const change = baseChanges(standIn);
  const drifts: [string, () => Promise<void>][] = [
    ['Chú thích ảnh', () => change.deleteColumn(stories, 'Chú thích ảnh')],
    ['Tóm tắt', () => change.retype(stories, 'Tóm tắt', 'multipleLookupValues')],
    ['Năm', () => change.retype(stories, 'Năm', 'singleLineText')],
    ['Dịp', () => change.deleteColumn(stories, 'Dịp')],
    ['Mã đơn vị', () => change.retype(stories, 'Mã đơn vị', 'number')],
    ['Đồng ý công khai', () => change.retype(stories, 'Đồng ý công khai', 'singleLineText')],
    ['Công bố từ', () => change.deleteColumn(stories, 'Công bố từ')],
  ];
  for (const [name, drift] of drifts) {
    await drift();
    await db.query(
      `update sync_memory set value = jsonb_set(value, '{seenAt}', '"2026-01-01T00:00:00.000Z"') where name like 'layout%'`,
    );
    // Every row counts as edited, as after a click on each.
    for (const id of [one, two]) await staff.change(stories, id, { 'Tên đơn vị': 'Đơn vị thử' });
    const { problems } = await syncOnce(db, standIn);
    expect(problems.join(), name).toContain(`“${name}”`);
    expect(await readPublished(db, { samples: false }), name).toEqual(before);
  }
  await staff.change(stories, one, { 'Trạng thái': 'Gỡ bỏ' });
  await syncOnce(db, standIn);
  expect(await published(db)).toEqual(['MH-0102']);
  const matters = await staff.rows('Vận hành');
  expect(matters.map(({ fields }) => fields['Chi tiết'])).toEqual([expect.stringContaining('“Công bố từ”')]);
});

test('a column without which nothing is safe keeps new stories out', async ({ db, standIn, staff }) => {
  await syncOnce(db, standIn);
  await baseChanges(standIn).deleteColumn(stories, 'Công bố từ');
  await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  expect(await published(db)).toEqual([]);
});

test('a deleted answer column stops no delivery; the answer follows when the column is back', async ({
  db,
  standIn,
  staff,
}) => {
  await syncOnce(db, standIn);
  const change = baseChanges(standIn);
  await change.retype('Đề cử', 'Thành tích', 'multipleLookupValues');
  await file(intakeTools(db), goodNomination());
  expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 1, setAside: 0 });
  await syncOnce(db, standIn);
  const [row] = await staff.rows('Đề cử');
  expect(row?.fields['Vì sao']).toContain('“Thành tích”');
  expect(row?.fields).not.toHaveProperty('Thành tích');
  await change.retype('Đề cử', 'Thành tích', 'multilineText');
  await db.query(
    `update sync_memory set value = jsonb_set(value, '{seenAt}', '"2026-01-01T00:00:00.000Z"') where name like 'layout%'`,
  );
  await syncOnce(db, standIn);
  await syncOnce(db, standIn);
  const [whole] = await staff.rows('Đề cử');
  expect(whole?.fields).toHaveProperty('Thành tích');
  expect(whole?.fields).not.toHaveProperty('Vì sao');
});

test('the calls of the month used up: no call more until the month turns, and that is said', async ({
  db,
  standIn,
}) => {
  await syncOnce(db, standIn);
  const change = baseChanges(standIn);
  await change.fault('billing');
  const first = await syncOnce(db, standIn);
  expect(first.problems.join()).toContain('the calls of the month are used up');
  const before = standIn.counts().accepted;
  const again = await syncOnce(db, standIn);
  expect(standIn.counts().accepted).toBe(before);
  expect(again.news).toEqual([]);
  await db.query(`update airtable_pace set stopped_until = now()`);
  await change.fault('off');
  expect((await syncOnce(db, standIn)).problems).toEqual([]);
});
