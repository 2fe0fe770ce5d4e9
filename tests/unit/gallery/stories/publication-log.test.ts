import {
  readWithdrawn,
  recordPublication,
  storyRedirects,
} from '../../../../src/gallery/stories/server/publication-log.ts';
import { findStoryPath, getShortAddress } from '../../../../src/gallery/stories/server/short-address.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';

const real = { samples: false };
const build = async (db: Database) => recordPublication(db, await readPublished(db, real));
const lines = async (db: Database) =>
  (await storyRedirects(db)).map(({ from, to, status }) => `${from} ${to} ${status}`);

test('an id leads to its story for ever, and so does every address that the story had', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  await build(db);
  await staff.change(stories, id, { 'Đường dẫn': 'duong-sang-nong-thon' });
  await syncOnce(db, standIn);
  await build(db);
  expect(await lines(db)).toEqual([
    '/dien-hinh/mo-hinh-thu-duong-sang/ /dien-hinh/duong-sang-nong-thon/ 301',
  ]);
});

/** Opens a short address. Resolves with the status and where it leads. */
async function open(db: Database, id: string) {
  const tools = {
    find: (wanted: string) => findStoryPath(db, wanted),
    readPage: async (path: string) => path,
  };
  const answer = await getShortAddress(new Request(`http://localhost/d/${id}`), id, tools);
  return [answer.status, answer.headers.get('location') ?? (await answer.text())];
}

test('a short address is found in any spelling, also of a story taken down, and an unknown one is not', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  expect(await open(db, 'MH-0101'), 'not shown yet').toEqual([404, '/404.html']);
  await build(db);
  for (const state of ['Công bố', 'Gỡ bỏ']) {
    await staff.change(stories, id, { 'Trạng thái': state });
    await syncOnce(db, standIn);
    await build(db);
    for (const typed of [
      'MH-0101',
      'mh-0101',
      ' mh-0101 ',
      'mh0101',
      'MH–0101',
      '(MH 0101).',
      'MH-0101”',
      'mh.0101,',
    ])
      expect(await open(db, typed), `${state} ${typed}`).toEqual([301, '/dien-hinh/mo-hinh-thu-duong-sang/']);
  }
  for (const typed of ['MH-0102', '', "' or true --", 'MH-0101-x'])
    expect(await open(db, typed), typed).toEqual([404, '/404.html']);
});

test('a story taken down is gone at all its addresses, with the reason; shown again, it is back', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  await build(db);
  await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ', 'Lý do gỡ': 'Số liệu sai.' });
  await syncOnce(db, standIn);
  await build(db);
  expect(await readWithdrawn(db)).toEqual([
    { id: 'MH-0101', reason: 'Số liệu sai.', withdrawnAt: expect.any(Date) },
  ]);
  const gone = ['/dien-hinh/mo-hinh-thu-duong-sang/', '/api/v1/vinh-danh/MH-0101.json'];
  expect(await lines(db)).toEqual(gone.map((path) => `${path} /da-go/MH-0101/ 410`));
  await staff.change(stories, id, { 'Trạng thái': 'Công bố' });
  await syncOnce(db, standIn);
  await build(db);
  expect(await readWithdrawn(db)).toEqual([]);
});

test('a story whose consent ended disappears without any text of staff', async ({ db, standIn, staff }) => {
  const id = await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  await build(db);
  await staff.change(stories, id, { 'Đồng ý công khai': false, 'Lý do gỡ': 'Ông A rút lại.' });
  await syncOnce(db, standIn);
  await build(db);
  expect(await readWithdrawn(db)).toMatchObject([{ reason: 'Không còn sự đồng ý công khai.' }]);
});

test('a story that was never shown leaves no trace and takes its address from its last name', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow({ 'Công bố từ': '2099-01-01T00:00:00.000Z' }));
  await syncOnce(db, standIn);
  await build(db);
  expect(await lines(db)).toEqual([]);
  await staff.change(stories, id, { Tên: 'Tên đã sửa', 'Công bố từ': '2026-11-01T00:00:00.000Z' });
  await syncOnce(db, standIn);
  expect(await readPublished(db, real)).toMatchObject([{ slug: 'ten-da-sua' }]);
});

test('a former address of one story is never another’s', async ({ db, standIn, staff }) => {
  const id = await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  await build(db);
  await staff.change(stories, id, { 'Đường dẫn': 'moi' });
  await syncOnce(db, standIn);
  await staff.create(stories, storyRow({ Mã: 'MH-0102' }));
  await syncOnce(db, standIn);
  const published = await readPublished(db, real);
  expect(published.map(({ slug }) => slug).toSorted()).toEqual(['mo-hinh-thu-duong-sang-mh-0102', 'moi']);
});

test('a correction once shown stays when its cell is emptied', async ({ db, standIn, staff }) => {
  const id = await staff.create(stories, storyRow({ 'Đính chính': '5/11/2026: Sửa tên đơn vị.' }));
  await syncOnce(db, standIn);
  await build(db);
  await staff.change(stories, id, { 'Đính chính': '20/11/2026: Sửa số hộ.' });
  await syncOnce(db, standIn);
  expect(await readPublished(db, real)).toMatchObject([
    {
      corrections: [
        { day: '2026-11-05', text: 'Sửa tên đơn vị.' },
        { day: '2026-11-20', text: 'Sửa số hộ.' },
      ],
    },
  ]);
});

test('a line that cannot be read is named, and the last good version stays', async ({
  db,
  standIn,
  staff,
}) => {
  const indicators = 'Chỉ số: Hồ sơ trực tuyến · Trước: 34 · Sau: 71 · Đơn vị tính: %';
  const id = await staff.create(stories, storyRow({ 'Chỉ số trước và sau': indicators }));
  await syncOnce(db, standIn);
  await staff.change(stories, id, { 'Chỉ số trước và sau': `${indicators}\ntăng nhiều` });
  await syncOnce(db, standIn);
  expect(await readPublished(db, real)).toMatchObject([
    { indicators: [{ name: 'Hồ sơ trực tuyến', before: '34', after: '71', unit: '%' }] },
  ]);
  const { rows } = await db.query('select problem from row_problems');
  expect(rows[0]?.problem).toContain('“tăng nhiều”');
});

test('a picture needs a description and a credit; without them the story is shown without it', async ({
  db,
  standIn,
  staff,
}) => {
  const photo = [{ url: 'http://127.0.0.1:1/a.jpg', filename: 'a.jpg' }];
  await staff.create(stories, storyRow({ Ảnh: photo }));
  await syncOnce(db, standIn);
  expect(await readPublished(db, real)).toMatchObject([{ photo: null }]);
  expect((await db.query('select problem from row_problems')).rows[0]?.problem).toContain('Mô tả ảnh');
});

test('a story that is put off is not called taken down', async ({ db, standIn, staff }) => {
  const id = await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  await build(db);
  for (const [changes, isPostponed] of [
    [{ 'Trạng thái': 'Chờ xác nhận' }, true],
    [{ 'Trạng thái': 'Hẹn giờ', 'Công bố từ': '2031-01-01T00:00:00.000Z' }, true],
    [{ 'Trạng thái': 'Gỡ bỏ' }, undefined],
  ] as const) {
    await staff.change(stories, id, changes);
    await syncOnce(db, standIn);
    await build(db);
    expect((await readWithdrawn(db)).map((gone) => gone.isPostponed)).toEqual([isPostponed]);
  }
});
