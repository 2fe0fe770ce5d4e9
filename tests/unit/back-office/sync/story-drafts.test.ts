import { airtableBackOffice } from '../../../../src/back-office/airtable/back-office.ts';
import { writeDrafts } from '../../../../src/back-office/drafts/write-drafts.ts';
import { pacedRun } from '../../../../src/back-office/sync/airtable-rate-limit.ts';
import { syncState } from '../../../../src/back-office/sync/sync-state.ts';
import { deCuMoHinh } from '../../../../src/filing/definitions/de-cu-mo-hinh.ts';
import { withdraw } from '../../../../src/filing/follow-up/withdraw.ts';
import { findSubmission } from '../../../../src/filing/receipts/server/open-submission.ts';
import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';
import { exampleAnswers } from '../../../fixtures/example-answers.ts';
import { file, fileMany, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const chosen = { 'Chọn làm điển hình': true };

test('a chosen nomination makes one draft, linked both ways, with no contact and no consent in it', async ({
  db,
  standIn,
  staff,
}) => {
  await staff.create(stories, storyRow({ Mã: 'VD-0007', Loại: 'Tập thể', 'Số quyết định': '1/QĐ' }));
  const answers = goodNomination({
    contactEmail: 'lien-he@example.vn',
    suggestedOccasion: 'hang-nam',
    indicators: [{ name: 'Hồ sơ trực tuyến', before: '40', after: '71', unit: '%' }],
    evidence: [{ what: 'Bài báo', address: 'https://example.vn/bai' }],
  });
  const { code } = await (await file(intakeTools(db), answers)).json();
  await syncOnce(db, standIn);
  const [row] = await staff.rows('Đề cử');
  await staff.change('Đề cử', row?.id ?? '', chosen);
  for (let run = 0; run < 3; run += 1) await syncOnce(db, standIn, { siteUrl: 'https://thi-dua.example.vn' });
  const drafts = (await staff.rows(stories)).filter(({ fields }) => fields['Mã hồ sơ'] === code);
  expect(drafts).toHaveLength(1);
  expect(drafts[0]?.fields).toMatchObject({
    Mã: 'VD-0008',
    Loại: 'Tập thể',
    Tên: 'Tập thể thử',
    'Tóm tắt': 'Sơ lược thử.',
    'Nội dung': 'Thành tích thử, chuyển đổi số.',
    'Mã đơn vị': 'so-noi-vu',
    'Tên đơn vị': 'Sở Nội vụ',
    'Tiêu chí': ['iii-1-1-1', 'iii-1-1-3'],
    Năm: new Date().getFullYear(),
    Dịp: 'Hằng năm',
    'Chỉ số trước và sau': 'Chỉ số: Hồ sơ trực tuyến · Trước: 40 · Sau: 71 · Đơn vị tính: %',
    'Trạng thái': 'Nháp',
    'Trên trang': 'Bản nháp',
    'Tư liệu từ đề cử': expect.stringContaining('https://example.vn/bai'),
  });
  const said = JSON.stringify(drafts[0]?.fields);
  for (const personal of ['Người liên hệ thử', '0251 0000 000', 'lien-he@example.vn', 'Đồng ý công khai'])
    expect(said).not.toContain(personal);
  expect((await staff.rows('Đề cử'))[0]?.fields).toMatchObject({ 'Bài điển hình': 'VD-0008' });
  expect((await readPublished(db, { samples: false })).map(({ id }) => id)).toEqual(['VD-0007']);
  expect((await findSubmission(db, code))?.storyPath).toBeNull();

  const story = { 'Số quyết định': '2/QĐ', 'Đồng ý công khai': true, 'Trạng thái': 'Công bố' };
  await staff.change(stories, drafts[0]?.id ?? '', story);
  await syncOnce(db, standIn);
  await recordPublication(db, await readPublished(db, { samples: false }));
  await syncOnce(db, standIn, { siteUrl: 'https://thi-dua.example.vn' });
  expect((await findSubmission(db, code))?.storyPath).toBe('/dien-hinh/tap-the-thu/');
  expect((await staff.rows('Đề cử'))[0]?.fields['Địa chỉ bài']).toBe(
    'https://thi-dua.example.vn/dien-hinh/tap-the-thu/',
  );
});

test('a model keeps the order of its parts, and its public contact only with consent', async ({
  db,
  standIn,
  staff,
}) => {
  const answers = exampleAnswers(deCuMoHinh, {
    unitName: 'Hợp tác xã thử',
    criteriaGroup: 'co-quan',
    criteria: ['iii-1-1-1'],
    sharingContact: 'Phòng chuyên môn',
  });
  const filed = await file(intakeTools(db), answers, {}, 'de-cu-mo-hinh');
  expect(await filed.json()).toHaveProperty('code');
  await syncOnce(db, standIn);
  const [row] = await staff.rows('Đề cử');
  await staff.change('Đề cử', row?.id ?? '', chosen);
  await syncOnce(db, standIn);
  const [draft] = await staff.rows(stories);
  expect(draft?.fields).toMatchObject({ Mã: 'MH-0001', Loại: 'Mô hình' });
  expect(draft?.fields['Nội dung']).toMatch(/^## Bối cảnh\n[\s\S]*## Cách làm\n[\s\S]*## Kết quả\n/);
  expect(draft?.fields).not.toHaveProperty('Liên hệ công khai');
});

test('killed between the write and the note, two syncs at once, a number taken by hand: one draft each', async ({
  db,
  standIn,
  staff,
}) => {
  await fileMany(db, 6);
  await syncOnce(db, standIn);
  const rows = await staff.rows('Đề cử');
  for (const { id } of rows) await staff.change('Đề cử', id, chosen);
  const address = { token: 'local', baseId: 'appLocal0000000000', endpointUrl: standIn.url };
  const pace = { restMs: 2, pauseMs: 100, timeoutMs: 500, runMs: 20_000, gapMs: 0, refusedMs: 0 };
  const office = () => airtableBackOffice({ ...address, ...pacedRun(db, pace) }, syncState(db));
  // The first draft is written, and the run dies before it notes that.
  await syncOnce(db, standIn, { backOffice: { ...office(), writeDraft: async () => ({ is: 'postponed' }) } });
  await writeDrafts(db, async (draft) => {
    await office().writeDraft(draft);
    throw new Error('killed');
  }).catch(() => undefined);
  await staff.create(stories, { Mã: 'VD-0004', Tên: 'Bài gõ tay' });
  await db.query('update story_drafts set next_attempt_at = now()');
  await Promise.all([syncOnce(db, standIn), syncOnce(db, standIn)]);
  await syncOnce(db, standIn);
  await syncOnce(db, standIn);
  const made = (await staff.rows(stories)).map(({ fields }) => String(fields['Mã hồ sơ'] ?? ''));
  expect(made.filter(Boolean).toSorted()).toEqual(
    rows.map(({ fields }) => String(fields['Mã hồ sơ'])).toSorted(),
  );
  const ids = (await staff.rows(stories)).map(({ fields }) => fields['Mã']);
  expect(new Set(ids).size).toBe(7);
});

test('unticking keeps a draft; a deleted one comes back with a new number at a new tick alone', async ({
  db,
  standIn,
  staff,
}) => {
  await fileMany(db, 1);
  await syncOnce(db, standIn);
  const [row] = await staff.rows('Đề cử');
  const tick = (isChosen: boolean) =>
    staff.change('Đề cử', row?.id ?? '', { 'Chọn làm điển hình': isChosen });
  const sync = async (runs = 2) => {
    for (let run = 0; run < runs; run += 1) await syncOnce(db, standIn);
  };
  const ids = async () => (await staff.rows(stories)).map(({ fields }) => fields['Mã']);
  await tick(true);
  await sync();
  await tick(false);
  await sync();
  expect(await ids()).toEqual(['VD-0001']);
  await tick(true);
  await sync();
  expect(await ids()).toEqual(['VD-0001']);
  await baseChanges(standIn).deleteRow(stories, (await staff.rows(stories))[0]?.id ?? '');
  await db.query(`update sync_memory set value = value || '{"fullAt": null}' where name = 'stories'`);
  await sync(3);
  expect(await ids()).toEqual([]);
  expect((await staff.rows('Đề cử'))[0]?.fields['Vì sao']).toContain('Bài VD-0001 đã bị xóa');
  await tick(false);
  await sync();
  await tick(true);
  await sync(3);
  expect(await ids()).toEqual(['VD-0002']);
});

test('a withdrawn nomination makes no draft, and the row says so', async ({ db, standIn, staff }) => {
  const [code = ''] = await fileMany(db, 1);
  await syncOnce(db, standIn);
  await withdraw(db, code);
  await syncOnce(db, standIn);
  const [row] = await staff.rows('Đề cử');
  await staff.change('Đề cử', row?.id ?? '', chosen);
  await syncOnce(db, standIn);
  expect(await staff.rows(stories)).toEqual([]);
  expect((await staff.rows('Đề cử'))[0]?.fields['Vì sao']).toContain('phiếu đã rút');
});
