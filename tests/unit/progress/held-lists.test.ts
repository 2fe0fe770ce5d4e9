import { readSettings } from '../../../src/filing/settings/server/store.ts';
import { allCases } from '../../../src/vocabulary/comment-cases.ts';
import { dayAfter } from '../../../src/vocabulary/lapses.ts';
import { followRows } from '../../../src/vocabulary/owner-settings.ts';
import { expect, syncOnce, test } from '../../fixtures/back-office.ts';
import { letListsEnd } from '../../fixtures/comment-lists.ts';
import { edits, listRow, listTable, pageNow, wordsOf } from '../../fixtures/held-list.ts';

test.afterEach(() => followRows([]));

test('once the time of a list is over, no edit of any column changes its page or its end, and its row says so; only what became of the comments does', async ({
  db,
  standIn,
  staff,
}) => {
  const first = listRow();
  const id = await staff.create(listTable, first);
  await syncOnce(db, standIn);
  await letListsEnd(db);
  const told = async () => wordsOf((await staff.rows(listTable)).find((one) => one.id === id)?.fields);
  const sync = async () => {
    await syncOnce(db, standIn);
    followRows(await readSettings(db));
  };
  const closed = pageNow();
  expect(closed).toMatchObject({ standing: 'closed', lastDay: '2026-01-19' });
  for (const [column, value] of Object.entries(edits)) {
    await staff.change(listTable, id, { ...first, 'Mở lúc': '2026-01-05T01:00:00Z', [column]: value });
    await sync();
    expect(pageNow(), column).toEqual(closed);
    expect(await told(), column).toContain(`“${column}”`);
    expect(await told(), column).toContain('giữ nguyên những gì đã đăng');
  }
  await staff.change(listTable, id, {
    ...first,
    'Mở lúc': '2026-01-05T01:00:00Z',
    'Đến hết ngày': null,
    'Tính cả ngày đăng': null,
    'Kết quả tiếp thu': 'Đã xem xét.',
  });
  await sync();
  expect(pageNow()).toEqual(closed);
  expect(await told()).toBe('');
  expect(allCases()[0]?.outcome).toBe('Đã xem xét.');
  // Days off that are entered later neither move the end nor make the row wrong.
  await staff.create('Mốc thời gian', {
    Tên: 'Nghỉ',
    Loại: 'Ngày nghỉ',
    'Từ lúc': '2026-01-05T00:00:00Z',
    'Đến lúc': '2026-01-16T00:00:00Z',
    'Áp dụng': true,
  });
  await sync();
  expect(pageNow()).toEqual(closed);
  expect(await told()).toBe('');
});

test('an open list keeps its address, its beginning and every day that it promised, whatever is edited; its texts may be mended', async ({
  db,
  standIn,
  staff,
}) => {
  const first = listRow();
  const id = await staff.create(listTable, first);
  const sync = () => syncOnce(db, standIn);
  await sync();
  const open = pageNow();
  if (!open) throw new Error('No list.');
  const told = async () => wordsOf((await staff.rows(listTable)).find((one) => one.id === id)?.fields);
  for (const column of ['Mã đợt', 'Mở lúc', 'Số ngày', 'Tính cả ngày đăng', 'Áp dụng']) {
    await staff.change(listTable, id, { ...first, 'Tính cả ngày đăng': null, [column]: edits[column] });
    await sync();
    expect(pageNow(), column).toEqual(open);
    expect(await told(), column).toMatch(new RegExp(`“${column}”.*không có tác dụng`));
  }
  await staff.change(listTable, id, {
    ...first,
    'Tính cả ngày đăng': null,
    'Danh sách': edits['Danh sách'],
    'Số ngày': 12,
  });
  await sync();
  expect(await told()).toBe('');
  expect(pageNow()).toMatchObject({
    lastDay: dayAfter(open.lastDay, 2),
    list: [
      ['Họ và tên', 'Đơn vị'],
      ['Người khác', 'Đơn vị thử'],
    ],
  });
});

test('a day off that is entered while a list is open adds a day; taken back, it takes none away', async ({
  db,
  standIn,
  staff,
}) => {
  await staff.create(listTable, listRow({ 'Cách tính ngày': 'Ngày làm việc' }));
  await syncOnce(db, standIn);
  const before = pageNow()?.lastDay ?? '';
  const off = await staff.create('Mốc thời gian', {
    Tên: 'Nghỉ',
    Loại: 'Ngày nghỉ',
    'Từ lúc': `${before}T00:00:00+07:00`,
    'Đến lúc': `${before}T23:00:00+07:00`,
    'Áp dụng': true,
  });
  await syncOnce(db, standIn);
  const later = pageNow()?.lastDay ?? '';
  expect(later > before).toBe(true);
  await staff.change('Mốc thời gian', off, { 'Áp dụng': null });
  await syncOnce(db, standIn);
  expect(pageNow()?.lastDay).toBe(later);
});
