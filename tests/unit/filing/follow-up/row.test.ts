import { withdraw } from '../../../../src/filing/follow-up/withdraw.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { answerWith } from '../../../fixtures/after-filing.ts';
import { test as base, expect, syncOnce } from '../../../fixtures/back-office.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const priorAwards = [{ form: 'Giấy khen', year: '2024', decision: '12/QĐ', body: 'Sở thử' }];

/** A nomination that is a row already. */
const test = base.extend<{ code: string }>({
  code: async ({ db, standIn }, use) => {
    const answers = goodNomination({
      size: '12',
      womenShare: '67',
      priorAwards,
      contactTitle: 'Chuyên viên',
    });
    const { code } = await (await file(intakeTools(db), answers)).json();
    await syncOnce(db, standIn);
    await use(code);
  },
});

const ask = (db: Database, ...fields: string[]) =>
  db.query(`update submissions set state = 'yeu-cau-bo-sung', asked = $1`, [fields]);

test('an answer left empty stays in the database and the row; a removed answer goes from both', async ({
  db,
  standIn,
  staff,
  code,
}) => {
  const cells = async () => {
    await syncOnce(db, standIn);
    await syncOnce(db, standIn);
    return (await staff.rows('Đề cử'))[0]?.fields ?? {};
  };
  const answers = async () => (await db.query('select answers from submissions')).rows[0]?.answers;
  await ask(db, 'size', 'womenShare', 'priorAwards');
  expect((await answerWith(db, code, { size: '15', womenShare: '', priorAwards: [] })).status).toBe(201);
  expect(await answers()).toMatchObject({ size: 15, womenShare: 67, priorAwards });
  expect(await cells()).toMatchObject({ 'Số người': 15, 'Tỷ lệ nữ (%)': 67 });
  expect((await cells())['Khen thưởng đã nhận']).toContain('Giấy khen');
  await ask(db, 'size', 'womenShare', 'priorAwards');
  const removed = { xoaTraLoi: ['womenShare', 'priorAwards', 'name'] };
  expect((await answerWith(db, code, removed)).status).toBe(201);
  const left = await answers();
  expect(left).toMatchObject({ size: 15, name: 'Tập thể thử' });
  expect(left).not.toHaveProperty('womenShare');
  expect(left).not.toHaveProperty('priorAwards');
  const row = await cells();
  expect(row).toMatchObject({ 'Số người': 15, 'Đối tượng': 'Tập thể thử', 'Trạng thái': 'Đã bổ sung' });
  expect(row).not.toHaveProperty('Tỷ lệ nữ (%)');
  expect(row).not.toHaveProperty('Khen thưởng đã nhận');
});

test('taken away before the row was ever written, an answer never comes there', async ({
  db,
  standIn,
  staff,
}) => {
  const { code } = await (await file(intakeTools(db), goodNomination({ womenShare: '67' }))).json();
  expect((await answerWith(db, code, { xoaTraLoi: ['womenShare'] })).status).toBe(201);
  await syncOnce(db, standIn);
  const [row] = await staff.rows('Đề cử');
  expect(row?.fields).toMatchObject({
    'Mã hồ sơ': code,
    'Trạng thái': 'Mới tiếp nhận',
    'Đối tượng': 'Tập thể thử',
  });
  expect(row?.fields).not.toHaveProperty('Tỷ lệ nữ (%)');
});

test('staff changes in other cells stay; a row that staff deleted is written again in full', async ({
  db,
  standIn,
  staff,
  code,
}) => {
  const [row] = await staff.rows('Đề cử');
  await staff.change('Đề cử', row?.id ?? '', {
    'Đối tượng': 'Tên nhân viên sửa',
    'Thành tích': 'Nhân viên sửa.',
  });
  await ask(db, 'summary');
  await answerWith(db, code, { summary: 'Sơ lược mới.' });
  await syncOnce(db, standIn);
  expect((await staff.rows('Đề cử'))[0]?.fields).toMatchObject({
    'Sơ lược': 'Sơ lược mới.',
    'Đối tượng': 'Tên nhân viên sửa',
    'Thành tích': 'Nhân viên sửa.',
    'Trạng thái': 'Đã bổ sung',
  });
  await staff.remove('Đề cử', row?.id ?? '');
  await ask(db, 'summary');
  await answerWith(db, code, { summary: 'Sơ lược nữa.' });
  await syncOnce(db, standIn);
  expect((await staff.rows('Đề cử')).map(({ fields }) => fields)).toMatchObject([
    { 'Mã hồ sơ': code, 'Sơ lược': 'Sơ lược nữa.', 'Đối tượng': 'Tập thể thử', 'Số người': 12 },
  ]);
});

test('a correction may change every answer but the sender, changes no state, and ends when staff begin', async ({
  db,
  standIn,
  staff,
  code,
}) => {
  const correct = (answers: Record<string, unknown>) => answerWith(db, code, answers);
  expect((await correct({ name: 'Tên đã sửa', unitCode: 'so-tai-chinh' })).status).toBe(201);
  expect((await correct({ name: '' })).status).toBe(422);
  const nothing = await correct({ name: 'Tên đã sửa' });
  expect([nothing.status, (await nothing.json()).errors]).toMatchObject([
    422,
    [{ message: /^Chưa có câu nào khác trước/ }],
  ]);
  await syncOnce(db, standIn);
  const [row] = await staff.rows('Đề cử');
  expect(row?.fields).toMatchObject({
    'Đối tượng': 'Tên đã sửa',
    'Mã đơn vị': 'so-noi-vu',
    'Trạng thái': 'Mới tiếp nhận',
  });
  // Staff begin while a correction is on its way: their state stands, and the correction arrives.
  expect((await correct({ name: 'Tên sửa nữa' })).status).toBe(201);
  await staff.change('Đề cử', row?.id ?? '', { 'Trạng thái': 'Đang kiểm tra' });
  await syncOnce(db, standIn);
  await syncOnce(db, standIn);
  expect((await staff.rows('Đề cử'))[0]?.fields).toMatchObject({
    'Đối tượng': 'Tên sửa nữa',
    'Trạng thái': 'Đang kiểm tra',
  });
  expect((await correct({ name: 'Muộn' })).status).toBe(404);
});

test('an answer that depends on another is removed when the other changes', async ({
  db,
  standIn,
  staff,
}) => {
  const filed = goodNomination({ sameAchievement: 'co', sameAchievementDecision: 'Số 5/QĐ' });
  const { code } = await (await file(intakeTools(db), filed)).json();
  await syncOnce(db, standIn);
  expect((await answerWith(db, code, { sameAchievement: 'chua' })).status).toBe(201);
  await syncOnce(db, standIn);
  expect((await staff.rows('Đề cử'))[0]?.fields).not.toHaveProperty('Quyết định đã khen thưởng');
});

test('withdrawn, the row keeps its answers', async ({ db, standIn, staff, code }) => {
  await withdraw(db, code);
  await syncOnce(db, standIn);
  expect((await staff.rows('Đề cử'))[0]?.fields).toMatchObject({
    'Trạng thái': 'Rút đề cử',
    'Tỷ lệ nữ (%)': 67,
  });
});

test('the unit changed by the owner in the store reaches its three cells', async ({
  db,
  standIn,
  staff,
  code,
}) => {
  await db.query(
    `insert into supplements (code, supplement_key, answers, replaced)
     values ($1, 'đổi', '{"unitCode":"so-tai-chinh"}', '{"unitCode":"so-noi-vu"}')`,
    [code],
  );
  await db.query(`update submissions set answers = answers || '{"unitCode":"so-tai-chinh"}'`);
  await db.query(
    'update deliveries set delivered_at = null, revision = revision + 1, next_attempt_at = now()',
  );
  await syncOnce(db, standIn);
  expect((await staff.rows('Đề cử'))[0]?.fields).toMatchObject({
    'Mã đơn vị': 'so-tai-chinh',
    'Đơn vị đề cử': 'Sở Tài chính',
  });
});
