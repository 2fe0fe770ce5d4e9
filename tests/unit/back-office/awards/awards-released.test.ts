import { findStatus } from '../../../../src/filing/intake/store.ts';
import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { decisionRow, pastedList } from '../../../fixtures/award-list.ts';
import { expect, stories, syncOnce, test } from '../../../fixtures/back-office.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const siteUrl = 'https://thi-dua.example.vn';
const release = 'Khen thưởng đợt 1 năm 2026';

test('a list, four ticks and one minute: decided = told = shown, nothing before, runs cut off on the way', async ({
  db,
  standIn,
  staff,
}) => {
  const codes: string[] = [];
  for (const at of [1, 2, 3]) {
    const reply = await file(
      intakeTools(db),
      goodNomination({ name: `Phòng Thử nghiệm ${at}`, unitCode: 'khac', unitName: 'Đơn vị minh họa 01' }),
    );
    codes.push(String((await reply.json()).code));
  }
  let isCut = false;
  const sync = async (runs: number) => {
    for (let run = 0; run < runs; run += 1) {
      await syncOnce(db, standIn, { siteUrl });
      // Every second run dies: what it had claimed is due again.
      isCut = !isCut;
      if (isCut)
        await db.query(
          'update award_lines set next_attempt_at = now(), written_at = null where place_of(id) % 7 = 3',
        );
    }
  };
  await db.query(
    `create function place_of(id text) returns int language sql immutable as $$ select length(id) + ascii(right(id, 3)) $$`,
  );
  await sync(1);
  const at = new Date(Date.now() + 3_600_000).toISOString();
  await staff.create('Đợt công bố', { Tên: release, 'Giờ công bố': at, 'Trạng thái': 'Đã chốt' });
  const id = await staff.create(
    'Quyết định',
    decisionRow({
      'Danh sách': pastedList(20, 15),
      'Sự đồng ý': 'Đã có văn bản đồng ý của tất cả',
      'Đợt công bố': release,
      'Tạo bài nháp': true,
    }),
  );
  await sync(4);
  const shown = async () => (await readPublished(db, { samples: false })).length;
  expect(await staff.rows(stories)).toHaveLength(35);
  expect(await shown()).toBe(0);
  await staff.change('Quyết định', id, { 'Duyệt các bài': true });
  await sync(6);
  expect(await staff.rows(stories)).toHaveLength(35);
  expect(await shown()).toBe(0);
  for (const code of codes) expect(await findStatus(db, code)).toMatchObject({ state: 'moi-tiep-nhan' });
  expect((await staff.rows('Đợt công bố'))[0]?.fields).toMatchObject({
    'Đã quyết định': '0/3 đề cử',
    'Đang hiện': '0/35 bài',
  });

  await db.query(`update releases set release_at = now() - interval '1 second'`);
  await syncOnce(db, standIn, { siteUrl });
  expect(await shown()).toBe(35);
  for (const code of codes) expect(await findStatus(db, code)).toMatchObject({ state: 'da-co-quyet-dinh' });
  await recordPublication(db, await readPublished(db, { samples: false }));
  await sync(2);
  expect((await staff.rows('Đợt công bố'))[0]?.fields).toMatchObject({
    'Đã quyết định': '3/3 đề cử',
    'Đang hiện': '35/35 bài',
  });
});

test('drafts are approved only into a release, and only with consent', async ({ db, standIn, staff }) => {
  await staff.create(
    'Quyết định',
    decisionRow({ 'Danh sách': pastedList(2, 2), 'Tạo bài nháp': true, 'Duyệt các bài': true }),
  );
  for (let run = 0; run < 4; run += 1) await syncOnce(db, standIn, { siteUrl });
  const states = async () => (await staff.rows(stories)).map(({ fields }) => fields['Trạng thái']);
  expect(await states()).toEqual(['Nháp', 'Nháp', 'Chờ xác nhận', 'Chờ xác nhận']);
  const [decision] = await staff.rows('Quyết định');
  expect(decision?.fields['Vì sao']).toContain('Cột “Đợt công bố”: còn trống');
  await staff.change('Quyết định', decision?.id ?? '', { 'Đợt công bố': release });
  for (let run = 0; run < 3; run += 1) await syncOnce(db, standIn, { siteUrl });
  expect(await states()).toEqual(['Công bố', 'Công bố', 'Chờ xác nhận', 'Chờ xác nhận']);
  // The release does not exist: nothing is public.
  expect(await readPublished(db, { samples: false })).toEqual([]);
});
