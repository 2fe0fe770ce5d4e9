import { findStatus } from '../../../../src/filing/intake/store.ts';
import { importAdoptions } from '../../../../src/gallery/adoptions/server/import-rows.ts';
import { readAdoptions } from '../../../../src/gallery/adoptions/server/store.ts';
import { publishedDigest } from '../../../../src/gallery/stories/server/store.ts';
import { adoptionRow, adoptionTableName, goodAdoption, shownAdoptions } from '../../../fixtures/adoptions.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';

const real = { samples: false };
const shownRow = 'MH-0101 Đơn vị thử áp dụng';

test('a filed adoption becomes a row, is told its state, and is public once confirmed', async ({
  db,
  standIn,
  staff,
}) => {
  await staff.create(stories, storyRow());
  const { code } = await (await file(intakeTools(db), goodAdoption(), {}, 'ap-dung')).json();
  expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 1, problems: [] });
  const [row] = await staff.rows(adoptionTableName);
  expect(row?.fields).toMatchObject({
    'Mã hồ sơ': code,
    'Trạng thái': 'Mới tiếp nhận',
    'Mã mô hình': 'MH-0101',
    'Đơn vị áp dụng': 'Sở Nội vụ',
    'Áp dụng từ': '7/2026',
    'Chỉ số trước và sau': 'Chỉ số: Số ấp có đèn · Trước: 0 · Sau: 2 · Đơn vị tính: ấp',
    'Đồng ý công khai': true,
  });
  await syncOnce(db, standIn);
  expect(await shownAdoptions(db)).toEqual([]);

  const before = await publishedDigest(db, real);
  await staff.change(adoptionTableName, row?.id ?? '', {
    'Trạng thái': 'Đã xác nhận',
    'Tệp minh chứng': [{ url: 'https://example.vn/so-lieu.pdf', filename: 'so-lieu.pdf' }],
  });
  await syncOnce(db, standIn);
  expect(await findStatus(db, code)).toMatchObject({ state: 'da-xac-nhan' });
  expect(await readAdoptions(db, false)).toEqual([
    {
      id: row?.id,
      mark: expect.stringMatching(/^ap-dung-[0-9a-f]{8}$/),
      model: 'MH-0101',
      unitCode: 'so-noi-vu',
      unitName: 'Sở Nội vụ',
      since: '2026-07',
      result: 'Hai ấp có đèn.',
      changed: null,
      indicators: [{ name: 'Số ấp có đèn', before: '0', after: '2', unit: 'ấp' }],
      documents: 1,
      sample: false,
    },
  ]);
  expect(await publishedDigest(db, real)).not.toBe(before);
});

test('a unit that did not agree is told its state and shown nowhere', async ({ db, standIn, staff }) => {
  await staff.create(stories, storyRow());
  const filed = await file(intakeTools(db), goodAdoption({ publicConsent: undefined }), {}, 'ap-dung');
  const { code } = await filed.json();
  await syncOnce(db, standIn);
  const [row] = await staff.rows(adoptionTableName);
  await staff.change(adoptionTableName, row?.id ?? '', { 'Trạng thái': 'Đã xác nhận' });
  await syncOnce(db, standIn);
  expect(await findStatus(db, code)).toMatchObject({ state: 'da-xac-nhan' });
  expect((await db.query('select 1 from adoptions')).rows).toEqual([]);
});

for (const [what, change] of [
  ['its consent is taken back', { 'Đồng ý công khai': false }],
  ['its consent is taken back while the state is empty', { 'Đồng ý công khai': false, 'Trạng thái': null }],
  ['its consent is taken back while the month is gone', { 'Đồng ý công khai': false, 'Áp dụng từ': null }],
  ['the unit withdraws it', { 'Trạng thái': 'Rút phiếu' }],
  ['staff find it to be another’s double', { 'Trạng thái': 'Trùng lặp' }],
] as const) {
  test(`a row made by hand is shown until ${what}; then the store forgets it`, async ({
    db,
    standIn,
    staff,
  }) => {
    await staff.create(stories, storyRow());
    const id = await staff.create(adoptionTableName, adoptionRow());
    await syncOnce(db, standIn);
    expect(await shownAdoptions(db)).toEqual([shownRow]);
    const before = await publishedDigest(db, real);
    await staff.change(adoptionTableName, id, change);
    await syncOnce(db, standIn);
    expect((await db.query('select 1 from adoptions')).rows).toEqual([]);
    expect(await publishedDigest(db, real)).not.toBe(before);
  });
}

test('staff’s words for the result stand in place of the unit’s', async ({ db, standIn, staff }) => {
  await staff.create(stories, storyRow());
  await staff.create(adoptionTableName, adoptionRow({ 'Kết quả công khai': 'Lời của cơ quan.' }));
  await syncOnce(db, standIn);
  expect(await readAdoptions(db, false)).toMatchObject([{ result: 'Lời của cơ quan.' }]);
});

test('a row that cannot be read is told to staff, and its last good version stays', async ({
  db,
  standIn,
  staff,
}) => {
  await staff.create(stories, storyRow());
  const id = await staff.create(adoptionTableName, adoptionRow());
  await staff.create(adoptionTableName, adoptionRow({ 'Đơn vị áp dụng': 'Đơn vị thứ hai' }));
  await syncOnce(db, standIn);
  await staff.change(adoptionTableName, id, { 'Áp dụng từ': 'mùa hè', 'Mã mô hình': 'VD-0001' });
  expect((await syncOnce(db, standIn)).problems).toEqual([]);
  expect(await shownAdoptions(db)).toEqual(['MH-0101 Đơn vị thứ hai', shownRow]);
  const { rows } = await db.query('select record_id, problem from row_problems');
  expect(rows).toEqual([{ record_id: id, problem: expect.stringContaining('Áp dụng từ') }]);
});

test('a model under embargo, taken down or unknown shows nobody who applies it', async ({
  db,
  standIn,
  staff,
}) => {
  const model = await staff.create(stories, storyRow({ 'Công bố từ': '2099-01-01T00:00:00.000Z' }));
  await staff.create(adoptionTableName, adoptionRow());
  await staff.create(adoptionTableName, adoptionRow({ 'Mã mô hình': 'MH-0999' }));
  await syncOnce(db, standIn);
  expect(await shownAdoptions(db)).toEqual([]);
  await staff.change(stories, model, { 'Công bố từ': '2026-11-01T00:00:00.000Z' });
  await syncOnce(db, standIn);
  expect(await shownAdoptions(db)).toEqual([shownRow]);
  await staff.change(stories, model, { 'Trạng thái': 'Gỡ bỏ' });
  await syncOnce(db, standIn);
  expect(await shownAdoptions(db)).toEqual([]);
});

test('sample adoptions reach the store of a person’s own machine alone', async ({ db, standIn, staff }) => {
  await staff.create(stories, storyRow());
  await staff.create(adoptionTableName, adoptionRow({ 'Mã đơn vị': 'minh-hoa-xa-e' }));
  await syncOnce(db, standIn);
  expect((await db.query('select 1 from adoptions')).rows).toEqual([]);
  await db.query(`delete from sync_memory where name = 'adoptions'`);
  await syncOnce(db, standIn, { samples: true });
  expect(await readAdoptions(db, true)).toMatchObject([{ sample: true }]);
  expect(await readAdoptions(db, false)).toEqual([]);
});

test('a row that was deleted ends its publication at the next listing of all rows', async ({
  db,
  standIn,
  staff,
}) => {
  await staff.create(stories, storyRow());
  const id = await staff.create(adoptionTableName, adoptionRow());
  await staff.create(adoptionTableName, adoptionRow({ 'Đơn vị áp dụng': 'Đơn vị thứ hai' }));
  await syncOnce(db, standIn);
  await staff.remove(adoptionTableName, id);
  await db.query(
    `update sync_memory set value = value || '{"fullAt": "2026-01-01T00:00:00.000Z"}' where name = 'adoptions'`,
  );
  await syncOnce(db, standIn);
  expect(await shownAdoptions(db)).toEqual(['MH-0101 Đơn vị thứ hai']);
});

test('a layout remembered from before a table was relied on is looked up anew at once', async ({
  db,
  standIn,
  staff,
}) => {
  await staff.create(stories, storyRow());
  await staff.create(adoptionTableName, adoptionRow());
  await syncOnce(db, standIn);
  await db.query(`update sync_memory set value = value #- '{tables,Áp dụng}' where name like 'layout%'`);
  await db.query(`delete from sync_memory where name = 'adoptions'`);
  await db.query('delete from adoptions');
  expect((await syncOnce(db, standIn)).problems).toEqual([]);
  expect(await shownAdoptions(db)).toEqual([shownRow]);
});

for (const state of ['Yêu cầu bổ sung', 'Đã xác nhận', 'Không đủ điều kiện'])
  test(`a unit that left an address is written to when its adoption is “${state}”`, async ({
    db,
    standIn,
    staff,
  }) => {
    const answers = goodAdoption({ contactEmail: 'thu@thu.example' });
    const { code } = await (await file(intakeTools(db), answers, {}, 'ap-dung')).json();
    await syncOnce(db, standIn);
    const [row] = await staff.rows(adoptionTableName);
    const cells = { code, state, guidance: 'Ghi rõ lý do.' };
    await importAdoptions(db, [{ recordId: row?.id ?? '', cells }], false, true);
    expect((await db.query('select code from state_letters')).rows).toEqual([{ code }]);
  });
