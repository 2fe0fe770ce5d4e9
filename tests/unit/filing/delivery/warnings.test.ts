import { storeSubmission } from '../../../../src/filing/intake/store.ts';
import { eraseSubmission } from '../../../../src/filing/privacy/erase.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const nominations = 'Đề cử';

async function fileOne(db: Database, changes: Record<string, unknown> = {}): Promise<string> {
  const submissionKey = crypto.randomUUID();
  const answers = goodNomination({ submissionKey, summary: `Sơ lược ${submissionKey}`, ...changes });
  return (await (await file(intakeTools(db), answers)).json()).code;
}

/** What staff read, by code. */
async function warningsIn(staff: { rows: (name: string) => Promise<{ fields: Record<string, unknown> }[]> }) {
  const rows = await staff.rows(nominations);
  return new Map(rows.map(({ fields }) => [fields['Mã hồ sơ'], fields['Cảnh báo']]));
}

test('a second nomination of the same name, strand and time is told to staff by the code of the first', async ({
  db,
  standIn,
  staff,
}) => {
  const first = await fileOne(db, { name: 'Tổ Công nghệ số  Đồng Xoài' });
  const elsewhere = {
    name: 'to cong nghe so dong xoai',
    unitCode: 'so-tai-chinh',
    achievements: 'Việc khác.',
  };
  const second = await fileOne(db, elsewhere);
  const later = await fileOne(db, { ...elsewhere, periodFrom: '1/2026', periodTo: '3/2026' });
  const strand = await fileOne(db, { ...elsewhere, strands: ['ii-2'] });
  const model = await fileOne(db, { name: 'Một tổ khác', achievements: 'Việc khác nữa.' });
  expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 5, problems: [] });
  const third = await fileOne(db, { ...elsewhere, name: 'TỔ CÔNG NGHỆ SỐ ĐỒNG XOÀI', unitCode: 'so-y-te' });
  await syncOnce(db, standIn);
  const said = await warningsIn(staff);
  expect(said.get(second)).toBe(`Có thể trùng với hồ sơ ${first}.`);
  expect(said.get(third)).toBe(`Có thể trùng với hồ sơ ${first}, ${second}.`);
  for (const code of [first, later, strand, model]) expect(said.get(code)).toBeUndefined();
});

test('the same text of the same unit under another name is told as well; of another unit it is not', async ({
  db,
  standIn,
  staff,
}) => {
  const first = await fileOne(db, { name: 'Phòng Chuyển đổi số' });
  const renamed = await fileOne(db, { name: 'Phòng CĐS' });
  const foreign = await fileOne(db, { name: 'Phòng Số', unitCode: 'so-tai-chinh' });
  await syncOnce(db, standIn);
  const said = await warningsIn(staff);
  expect(said.get(renamed)).toBe(`Có thể trùng với hồ sơ ${first}.`);
  expect(said.get(foreign)).toBeUndefined();
});

test('a withdrawn or erased submission is no duplicate', async ({ db, standIn, staff }) => {
  const [withdrawn, erased] = [await fileOne(db), await fileOne(db)];
  await syncOnce(db, standIn);
  await db.query(`update submissions set state = 'rut-de-cu' where code = $1`, [withdrawn]);
  await eraseSubmission(db, erased, 'yeu-cau');
  const code = await fileOne(db);
  await syncOnce(db, standIn);
  expect((await warningsIn(staff)).get(code)).toBeUndefined();
  const { rows } = await db.query('select distinct code from likenesses order by code');
  expect(rows.map((row) => row.code)).toEqual([code, withdrawn].sort());
});

test('an award that was declared or is published is told, with its id and date', async ({
  db,
  standIn,
  staff,
}) => {
  await staff.create(
    stories,
    storyRow({
      Mã: 'VD-0007',
      Loại: 'Tập thể',
      Tên: 'Đội Xung kích Số',
      Dịp: 'Hằng năm',
      'Hình thức khen thưởng': 'Giấy khen',
      'Số quyết định': '12/QĐ-UBND',
      'Ngày quyết định': '2026-10-05',
      'Cơ quan quyết định': 'UBND thành phố Đồng Nai',
    }),
  );
  await staff.create(stories, storyRow({ Mã: 'MH-0008', Tên: 'Đội xung kích số', 'Trạng thái': 'Nháp' }));
  expect((await syncOnce(db, standIn)).problems).toEqual([]);
  expect((await db.query('select 1 from stories where id = $1', ['VD-0007'])).rowCount).toBe(1);
  const found = await fileOne(db, { name: 'doi xung kich so' });
  const declared = await fileOne(db, {
    name: 'Tập thể khác',
    achievements: 'Việc khác.',
    sameAchievement: 'co',
    sameAchievementDecision: 'Quyết định số 5/QĐ-UBND',
    priorAwards: [{ form: 'Bằng khen', year: '2024' }, { form: 'Giấy khen' }],
  });
  expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 2 });
  const said = await warningsIn(staff);
  expect(said.get(found)).toBe('Trùng tên với VD-0007 (đã được vinh danh, ngày 05 tháng 10 năm 2026).');
  expect(said.get(declared)).toBe(
    'Đơn vị khai thành tích này đã được khen thưởng: Quyết định số 5/QĐ-UBND.\nĐơn vị khai 2 lần khen thưởng trước đây.',
  );
});

test('staff are warned of a form filled too fast and of a unit that files very often; both are accepted', async ({
  db,
  standIn,
  staff,
}) => {
  const fast = intakeTools(db, {
    save: (filed) =>
      storeSubmission(db, filed, { screening: { isDoubted: false, isFast: true, pass: null } }),
  });
  const { code } = await (await file(fast, goodNomination({ unitCode: 'so-y-te' }))).json();
  const many = await Promise.all(
    Array.from({ length: 31 }, (_, index) =>
      fileOne(db, { name: `Tập thể số ${index}`, achievements: `Việc ${index}.` }),
    ),
  );
  await db.query(`update submissions set received_at = received_at - interval '2 hours' where code = $1`, [
    many[0],
  ]);
  const last = await fileOne(db, { name: 'Tập thể cuối', achievements: 'Việc cuối.' });
  const unlisted = await Promise.all(
    Array.from({ length: 33 }, (_, index) =>
      fileOne(db, { unitCode: 'khac', unitName: `Đơn vị ${index}`, name: `Nhóm ${index}` }),
    ),
  );
  await syncOnce(db, standIn);
  const said = await warningsIn(staff);
  expect(said.get(code)).toContain('điền nhanh khác thường');
  expect(said.get(last)).toBe('Đơn vị này gửi hơn 30 phiếu trong một giờ.');
  expect([...many, ...unlisted].filter((each) => said.get(each) !== undefined)).toEqual([]);
});

test('an answer given again takes back a warning that no longer holds', async ({ db, standIn, staff }) => {
  await fileOne(db);
  const code = await fileOne(db, { achievements: 'Việc khác.' });
  await syncOnce(db, standIn);
  expect((await warningsIn(staff)).get(code)).toContain('Có thể trùng');
  await db.query(
    `update submissions set answers = answers || '{"name": "Tập thể đã sửa tên"}' where code = $1`,
    [code],
  );
  await db.query(
    'update deliveries set delivered_at = null, next_attempt_at = now(), revision = revision + 1 where code = $1',
    [code],
  );
  await syncOnce(db, standIn);
  expect((await warningsIn(staff)).get(code) ?? '').toBe('');
  expect((await db.query('select 1 from likenesses where code = $1', [code])).rowCount).toBe(2);
});

test('a fault in finding warnings holds no delivery back', async ({ db, standIn }) => {
  await fileOne(db);
  await db.query('drop table likenesses');
  const silent = console.error;
  console.error = () => undefined;
  expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 1 });
  console.error = silent;
});
