import { waitingRows } from '../../../../src/back-office/waiting-rows.ts';
import { goneNow } from '../../../../src/gallery/stories/server/gone-now.ts';
import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { stories, storyRow } from '../../../fixtures/back-office.ts';
import { expect, syncOnce, test } from '../../../fixtures/delivered-nomination.ts';

const site = { siteUrl: 'https://thidua.example' };
const build = async (db: Database) => recordPublication(db, await readPublished(db, { samples: false }));
const told = ['Trên trang', 'Vì sao', 'Địa chỉ', 'Lên trang lúc'];
const tellOf = ({ fields }: { fields: Record<string, unknown> }) =>
  told.map((name) => fields[name]).filter((cell) => cell !== undefined);

test('a row says where its story stands, from draft to public to withdrawn', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow({ 'Trạng thái': 'Nháp' }));
  const answer = async (changes: Record<string, unknown>, isBuilt = true) => {
    if (Object.keys(changes).length > 0) await staff.change(stories, id, changes);
    await syncOnce(db, standIn, site);
    if (isBuilt) {
      await build(db);
      await syncOnce(db, standIn, site);
    }
    const [row] = await staff.rows(stories);
    return row ? tellOf(row) : [];
  };
  const address = 'https://thidua.example/dien-hinh/mo-hinh-thu-duong-sang/';
  expect(await answer({})).toEqual(['Bản nháp']);
  const later = '2031-01-01T00:00:00.000Z';
  expect(await answer({ 'Trạng thái': 'Hẹn giờ', 'Công bố từ': later })).toEqual(['Chờ đến giờ']);
  expect(await answer({ 'Trạng thái': 'Công bố', 'Công bố từ': '2026-10-01T00:00:00.000Z' }, false)).toEqual([
    'Chưa lên',
    expect.stringContaining('đang dựng lại'),
  ]);
  expect(await answer({})).toEqual(['Đang hiện', address, expect.stringMatching(/^2\d{3}-/)]);
  expect(await answer({ 'Tóm tắt': ' ' })).toEqual([
    'Đang hiện',
    expect.stringMatching(/^Cột “Tóm tắt”: còn trống\. Ghi /),
    address,
    expect.any(String),
  ]);
  expect(await answer({ 'Tóm tắt': 'Tóm tắt thử.' })).toHaveLength(3);
  expect(await answer({ 'Trạng thái': 'Gỡ bỏ' }, false)).toEqual([
    'Đang hiện',
    expect.stringContaining('không còn hiện'),
    address,
    expect.any(String),
  ]);
  const unreasoned = [
    'Đã gỡ',
    expect.stringMatching(/^Cột “Lý do gỡ”: chưa có lời nào/),
    address,
    expect.any(String),
  ];
  expect(await answer({})).toEqual(unreasoned);
  expect(await answer({ 'Lý do gỡ': 'Đơn vị đề nghị.' })).toEqual(['Đã gỡ', address, expect.any(String)]);
});

test('a draft that was never public is taken away without a reason', async ({ db, standIn, staff }) => {
  const id = await staff.create(stories, storyRow({ 'Trạng thái': 'Nháp' }));
  await syncOnce(db, standIn, site);
  await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ' });
  await syncOnce(db, standIn, site);
  expect((await staff.rows(stories))[0]?.fields['Vì sao']).toBeUndefined();
});

test('a row follows what the public site serves, not what a build hoped to show; a name that must go stays gone meanwhile', async ({
  db,
  standIn,
  staff,
}) => {
  const id = await staff.create(stories, storyRow());
  let served: { digest: string; builtAt: Date } | null = null;
  const rebuild = { ask: async () => undefined, readServed: async () => served };
  const answer = async () => {
    await syncOnce(db, standIn, { ...site, rebuild });
    const [row] = await staff.rows(stories);
    return row ? tellOf(row) : [];
  };
  /** A build reads the store; `land` puts its site in the place of the one before. */
  const begin = async (builtAt = new Date()) => {
    await recordPublication(db, await readPublished(db, { samples: false }), builtAt);
    return { land: () => (served = { digest: builtAt.toISOString(), builtAt }) };
  };
  await answer();
  await begin();
  expect(await answer(), 'it is being built').toEqual(['Chưa lên', expect.stringContaining('đang dựng lại')]);
  const { land } = await begin();
  expect(await answer(), 'the build before failed').toEqual(['Chưa lên', expect.any(String)]);
  land();
  expect((await answer())[0]).toBe('Đang hiện');

  await staff.change(stories, id, { 'Trạng thái': 'Gỡ bỏ', 'Lý do gỡ': 'Đơn vị đề nghị.' });
  const told = await answer();
  expect(told.slice(0, 2)).toEqual(['Đang hiện', expect.stringContaining('không còn hiện')]);
  const withdrawing = await begin();
  expect(await goneNow(db), 'the site before is still served').toHaveLength(1);
  expect((await answer())[0]).toBe('Đang hiện');
  withdrawing.land();
  expect((await answer())[0]).toBe('Đã gỡ');
  expect(await goneNow(db)).toEqual([]);
});

test('what is told is written once: our own writes are no edit, and a quiet base costs one call', async ({
  db,
  standIn,
  staff,
}) => {
  for (const id of ['MH-0101', 'MH-0102', 'xx']) await staff.create(stories, storyRow({ Mã: id }));
  await syncOnce(db, standIn);
  await build(db);
  for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
  const before = standIn.counts().accepted;
  await syncOnce(db, standIn);
  expect(standIn.counts().accepted - before).toBe(1);
});

test('a decision that the site cannot follow is answered in its row, by the column’s own name', async ({
  db,
  standIn,
  staff,
  record,
  code,
}) => {
  const why = async (table = 'Đề cử') => {
    await syncOnce(db, standIn);
    return (await staff.rows(table)).map(({ fields }) => fields['Vì sao']);
  };
  await staff.change('Đề cử', record, { 'Mã hồ sơ': `${code}x`, 'Trạng thái': 'Đang kiểm tra' });
  expect(await why()).toEqual([expect.stringContaining(`“${code}x” ghi ở cột “Mã hồ sơ”`)]);
  expect((await waitingRows(db)).map(({ table, why: reason }) => [table, reason])).toEqual([
    ['Đề cử', expect.stringContaining(code)],
  ]);
  await staff.change('Đề cử', record, { 'Mã hồ sơ': code });
  expect(await why()).toEqual([undefined]);
  expect(await waitingRows(db)).toEqual([]);
  await staff.create('Đề cử', { 'Mã hồ sơ': code, 'Trạng thái': 'Không đủ điều kiện' });
  await db.query(`delete from sync_memory where name like 'decisions %'`);
  expect(await why()).toEqual([
    expect.stringContaining('Xóa hàng thừa'),
    expect.stringContaining('là bản chép'),
  ]);
  const { rows } = await db.query('select state from submissions');
  expect(rows).toEqual([{ state: 'dang-kiem-tra' }]);
});
