import { findStatus } from '../../../src/filing/intake/store.ts';
import { recordPublication } from '../../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../../src/gallery/stories/server/store.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../fixtures/back-office.ts';
import { baseChanges } from '../../fixtures/change-base.ts';
import { fileMany } from '../../fixtures/intake.ts';
import {
  comeDue,
  decided,
  later,
  nominations,
  plan,
  publicIds,
  releases,
  statesOf,
} from '../../fixtures/releases.ts';

test('decisions and stories of a release are quiet until its time, then all are told and shown at once', async ({
  db,
  standIn,
  staff,
}) => {
  await fileMany(db, 4);
  await syncOnce(db, standIn);
  const release = await staff.create(releases, { ...plan, 'Giờ công bố': later() });
  for (const { id } of await staff.rows(nominations))
    await staff.change(nominations, id, { 'Đợt công bố': 'đợt 1  năm 2026', 'Trạng thái': decided });
  for (const code of ['MH-0101', 'MH-0102'])
    await staff.create(stories, storyRow({ Mã: code, Tên: `Mô hình ${code}`, 'Đợt công bố': plan.Tên }));
  for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
  expect(new Set(await statesOf(db))).toEqual(new Set(['moi-tiep-nhan']));
  expect(await publicIds(db)).toEqual([]);
  const [waiting] = await staff.rows(stories);
  expect(waiting?.fields).toMatchObject({ 'Trên trang': 'Chờ đến giờ' });
  expect(waiting?.fields).not.toHaveProperty('Vì sao');
  expect((await staff.rows(releases))[0]?.fields).toMatchObject({
    'Tình hình': expect.stringMatching(/^Chờ đến /),
    Gồm: expect.stringContaining(`MH-0101 · Mô hình MH-0101`),
    'Đã quyết định': '0/4 đề cử',
  });
  expect((await staff.rows(releases))[0]?.fields).not.toHaveProperty('Vì sao');

  await comeDue(db);
  await syncOnce(db, standIn);
  expect(new Set(await statesOf(db))).toEqual(new Set(['da-co-quyet-dinh']));
  expect(await publicIds(db)).toEqual(['MH-0101', 'MH-0102']);
  await recordPublication(db, await readPublished(db, { samples: false }));
  await syncOnce(db, standIn);
  const [row] = await staff.rows(releases);
  expect(row?.id).toBe(release);
  expect(row?.fields).toMatchObject({
    'Tình hình': expect.stringMatching(/^Đã công bố lúc /),
    'Đã quyết định': '4/4 đề cử',
    'Đã báo': '4/4 ở trang tra cứu',
    'Đang hiện': '2/2 bài',
    'Công bố xong lúc': expect.any(String),
  });
  expect((await db.query(`select from acts where act = 'dot-cong-bo'`)).rowCount).toBe(1);
});

test('a release that is cut off in the middle has done nothing, and the next run does it once', async ({
  db,
  standIn,
  staff,
}) => {
  await fileMany(db, 4);
  await syncOnce(db, standIn);
  await staff.create(releases, { ...plan, 'Giờ công bố': later() });
  for (const { id } of await staff.rows(nominations))
    await staff.change(nominations, id, { 'Đợt công bố': plan.Tên, 'Trạng thái': decided });
  await staff.create(stories, storyRow({ 'Đợt công bố': plan.Tên }));
  await syncOnce(db, standIn);
  await comeDue(db);
  const { rows } = await db.query<{ code: string }>('select code from submissions order by code');
  await db.query(`create function cut_off() returns trigger language plpgsql as
    $$ begin if new.code = '${rows[2]?.code}' then raise exception 'cut off'; end if; return new; end $$`);
  await db.query('create trigger cut before update on submissions for each row execute function cut_off()');
  const { problems } = await syncOnce(db, standIn);
  expect(problems.join()).toContain('cut off');
  expect(new Set(await statesOf(db))).toEqual(new Set(['moi-tiep-nhan']));
  expect(await publicIds(db)).toEqual([]);
  await db.query('drop function cut_off() cascade');
  await Promise.all([syncOnce(db, standIn), syncOnce(db, standIn)]);
  expect(new Set(await statesOf(db))).toEqual(new Set(['da-co-quyet-dinh']));
  expect(await publicIds(db)).toEqual(['MH-0101']);
  const { rows: moves } = await db.query(`select subject from acts where act = 'trang-thai'`);
  expect(moves).toHaveLength(4);
});

test('a row that joins a release that is out takes effect at once; a public story is not hidden again', async ({
  db,
  standIn,
  staff,
}) => {
  await fileMany(db, 2);
  await syncOnce(db, standIn);
  const [first, second] = await staff.rows(nominations);
  await staff.create(releases, { ...plan, 'Giờ công bố': later() });
  await staff.change(nominations, first?.id ?? '', { 'Đợt công bố': plan.Tên, 'Trạng thái': decided });
  const story = await staff.create(stories, storyRow());
  await syncOnce(db, standIn);
  await staff.change(stories, story, { 'Đợt công bố': plan.Tên });
  await syncOnce(db, standIn);
  expect(await publicIds(db)).toEqual(['MH-0101']);
  await comeDue(db);
  await syncOnce(db, standIn);
  await staff.change(nominations, second?.id ?? '', {
    'Đợt công bố': plan.Tên,
    'Trạng thái': 'Không đủ điều kiện',
  });
  await syncOnce(db, standIn);
  expect((await statesOf(db)).toSorted()).toEqual(['da-co-quyet-dinh', 'khong-du-dieu-kien']);
  // The decision of a release that is out is corrected as any other.
  await staff.change(nominations, first?.id ?? '', { 'Trạng thái': 'Trình Hội đồng TĐKT' });
  await syncOnce(db, standIn);
  const code = String(first?.fields['Mã hồ sơ']);
  expect(await findStatus(db, code)).toMatchObject({ state: 'trinh-hoi-dong' });
});

test('where staff let a release out incomplete, a story that its unit has not agreed to stays behind, and comes when it may', async ({
  db,
  standIn,
  staff,
}) => {
  await staff.create(releases, { ...plan, 'Giờ công bố': later(), 'Công bố cả khi chưa đủ': true });
  const ready = await staff.create(stories, storyRow({ 'Đợt công bố': plan.Tên }));
  const late = await staff.create(
    stories,
    storyRow({
      Mã: 'MH-0102',
      Tên: 'Mô hình chưa đồng ý',
      'Đợt công bố': plan.Tên,
      'Đồng ý công khai': false,
    }),
  );
  await syncOnce(db, standIn);
  await syncOnce(db, standIn);
  expect((await staff.rows(releases))[0]?.fields['Vì sao']).toMatch(
    /^1 hàng của đợt chưa sẵn sàng; đến giờ, các hàng khác vẫn lên.*\n– MH-0102: Cột “Đồng ý công khai”/,
  );
  await comeDue(db);
  await syncOnce(db, standIn);
  expect(await publicIds(db)).toEqual(['MH-0101']);
  await staff.change(stories, late, { 'Đồng ý công khai': true });
  await syncOnce(db, standIn);
  await syncOnce(db, standIn);
  expect(await publicIds(db)).toEqual(['MH-0101', 'MH-0102']);
  await staff.change(stories, ready, { 'Tóm tắt': 'Tóm tắt mới.' });
  await syncOnce(db, standIn);
  expect(await publicIds(db)).toEqual(['MH-0101', 'MH-0102']);
});

test('where the column of releases is gone, no new decision is told until it can be read again', async ({
  db,
  standIn,
  staff,
}) => {
  await fileMany(db, 1);
  await syncOnce(db, standIn);
  await staff.create(releases, { ...plan, 'Giờ công bố': later() });
  await staff.create(stories, storyRow({ 'Trạng thái': 'Nháp' }));
  await syncOnce(db, standIn);
  const base = baseChanges(standIn);
  for (const table of [nominations, stories]) await base.retype(table, 'Đợt công bố', 'checkbox');
  const [row] = await staff.rows(nominations);
  await staff.change(nominations, row?.id ?? '', { 'Trạng thái': decided });
  const [story] = await staff.rows(stories);
  await staff.change(stories, story?.id ?? '', { 'Trạng thái': 'Công bố' });
  for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
  expect(await statesOf(db)).toEqual(['moi-tiep-nhan']);
  expect(await publicIds(db)).toEqual([]);
  for (const table of [nominations, stories])
    expect((await staff.rows(table))[0]?.fields['Vì sao']).toContain(
      'Trang không đọc được cột “Đợt công bố”',
    );
  for (const table of [nominations, stories]) await base.retype(table, 'Đợt công bố', 'singleLineText');
  await db.query(`update release_nominations set noted_at = now() - interval '1 hour'`);
  await db.query(`update release_stories set noted_at = now() - interval '1 hour'`);
  await db.query(
    `update sync_memory set value = jsonb_set(value, '{seenAt}', '"2026-01-01T00:00:00Z"') where name like 'layout %'`,
  );
  for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
  expect(await statesOf(db)).toEqual(['da-co-quyet-dinh']);
  expect(await publicIds(db)).toEqual(['MH-0101']);
});
