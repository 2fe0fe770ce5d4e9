import { waitingRows } from '../../../../src/back-office/waiting-rows.ts';
import { withdraw } from '../../../../src/filing/follow-up/withdraw.ts';
import { eraseSubmission } from '../../../../src/filing/privacy/erase.ts';
import { exportSubmission } from '../../../../src/filing/privacy/export.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { answerWith } from '../../../fixtures/after-filing.ts';
import { stories, storyRow } from '../../../fixtures/back-office.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';
import { expect, syncOnce, test } from '../../../fixtures/delivered-nomination.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const ask = (db: Database, ...fields: string[]) =>
  db.query(`update submissions set state = 'yeu-cau-bo-sung', asked = $1`, [fields]);
const stateOf = async (db: Database) => (await db.query('select state from submissions')).rows[0]?.state;

test('an answer that staff mended stays theirs when the unit changes it too, and the row says what the unit wrote', async ({
  db,
  standIn,
  staff,
  code,
  record,
}) => {
  await staff.change('Đề cử', record, { 'Sơ lược': 'Nhân viên sửa.', 'Thành tích': 'Nhân viên sửa nữa.' });
  await ask(db, 'summary', 'name');
  await answerWith(db, code, { summary: 'Đơn vị sửa.', name: 'Tên đơn vị sửa' });
  await syncOnce(db, standIn);
  await syncOnce(db, standIn);
  expect((await staff.rows('Đề cử'))[0]?.fields).toMatchObject({
    'Sơ lược': 'Nhân viên sửa.',
    'Thành tích': 'Nhân viên sửa nữa.',
    'Đối tượng': 'Tên đơn vị sửa',
    'Trạng thái': 'Đã bổ sung',
    'Vì sao': expect.stringMatching(/“Sơ lược” thành “Đơn vị sửa\.”/),
  });
});

for (const [what, decided, stays] of [
  ['refused', 'Không đủ điều kiện', 'khong-du-dieu-kien'],
  ['moved on', 'Đang thẩm định', 'dang-tham-dinh'],
] as const)
  test(`a nomination that staff ${what} before the unit’s answer arrived keeps their decision`, async ({
    db,
    standIn,
    staff,
    code,
    record,
  }) => {
    await ask(db, 'summary');
    await answerWith(db, code, { summary: 'Muộn.' });
    await staff.change('Đề cử', record, { 'Trạng thái': decided });
    await syncOnce(db, standIn);
    await syncOnce(db, standIn);
    const [row] = await staff.rows('Đề cử');
    expect(row?.fields).toMatchObject({ 'Trạng thái': decided, 'Sơ lược': 'Muộn.' });
    expect(row?.fields['Vì sao']).toContain(`“${decided}”`);
    expect(await stateOf(db)).toBe(stays);
  });

test('a withdrawal crosses work in progress, never a decision', async ({
  db,
  standIn,
  staff,
  code,
  record,
}) => {
  await withdraw(db, code);
  await staff.change('Đề cử', record, { 'Trạng thái': 'Đã có quyết định khen thưởng' });
  await syncOnce(db, standIn);
  await syncOnce(db, standIn);
  expect((await staff.rows('Đề cử'))[0]?.fields['Trạng thái']).toBe('Đã có quyết định khen thưởng');
  expect(await stateOf(db)).toBe('da-co-quyet-dinh');
  await baseChanges(standIn).type('Đề cử', record, { 'Trạng thái': 'Không đủ điều kiện' });
  await syncOnce(db, standIn);
  expect(await stateOf(db), 'a later move is refused as any other').toBe('da-co-quyet-dinh');
  expect((await staff.rows('Đề cử'))[0]?.fields['Vì sao']).toContain('không chuyển thẳng sang');
});

test('a decision that a run reads while another delivers the withdrawal is not lost', async ({
  db,
  standIn,
  staff,
  code,
  record,
}) => {
  await syncOnce(db, standIn);
  await withdraw(db, code);
  await baseChanges(standIn).type('Đề cử', record, { 'Trạng thái': 'Đã có quyết định khen thưởng' });
  const lease = (until: string) =>
    db.query('update deliveries set next_attempt_at = now() + $1::interval', [until]);
  await lease('1 minute');
  await syncOnce(db, standIn);
  expect(await stateOf(db), 'the move of the unit is still to be delivered').toBe('rut-de-cu');
  await lease('0');
  await syncOnce(db, standIn);
  await syncOnce(db, standIn);
  expect(await stateOf(db)).toBe('da-co-quyet-dinh');
  expect((await staff.rows('Đề cử'))[0]?.fields['Trạng thái']).toBe('Đã có quyết định khen thưởng');
});

test('a code that staff typed over is put back at the next delivery, and no second row is made', async ({
  db,
  standIn,
  staff,
  code,
  record,
}) => {
  await staff.change('Đề cử', record, { 'Mã hồ sơ': `${code}x` });
  await withdraw(db, code);
  await syncOnce(db, standIn);
  expect((await staff.rows('Đề cử')).map(({ id, fields }) => [id, fields['Mã hồ sơ']])).toEqual([
    [record, code],
  ]);
});

test('a copied row moves nothing, blocks no erasure, and goes with it', async ({
  db,
  standIn,
  staff,
  code,
}) => {
  await staff.create('Đề cử', { 'Mã hồ sơ': code, 'Trạng thái': 'Không đủ điều kiện' });
  await db.query(`delete from sync_memory where name like 'decisions %'`);
  await syncOnce(db, standIn);
  expect(await stateOf(db)).toBe('moi-tiep-nhan');
  const other = await (await file(intakeTools(db), goodNomination({ name: 'Tập thể khác' }))).json();
  await syncOnce(db, standIn);
  for (const erased of [code, other.code]) await eraseSubmission(db, erased, 'yeu-cau');
  expect((await syncOnce(db, standIn)).problems).toEqual([]);
  expect(await staff.rows('Đề cử')).toEqual([]);
});

test('a row that staff deleted is told, and a copy of it takes its place', async ({
  db,
  standIn,
  staff,
  code,
  record,
}) => {
  await baseChanges(standIn).deleteRow('Đề cử', record);
  const listAll = () => db.query(`delete from sync_memory where name like 'decisions %'`);
  await listAll();
  await syncOnce(db, standIn);
  expect(await waitingRows(db)).toMatchObject([
    { code, why: expect.stringContaining('không còn trong Airtable') },
  ]);
  await staff.create('Đề cử', { 'Mã hồ sơ': code, 'Trạng thái': 'Đang kiểm tra' });
  await listAll();
  await syncOnce(db, standIn);
  expect(await stateOf(db)).toBe('dang-kiem-tra');
  expect(await waitingRows(db)).toEqual([]);
});

test('a story keeps the code of its nomination, and the export of personal data finds it', async ({
  db,
  standIn,
  staff,
  code,
}) => {
  await staff.create(stories, storyRow({ 'Mã hồ sơ': code }));
  await syncOnce(db, standIn);
  expect(await exportSubmission(db, code)).toMatchObject({ stories: [{ id: 'MH-0101' }] });
});

test('a deleted table stops only its own submissions', async ({ db, standIn, code }) => {
  await db.query(`update submissions set form = 'phan-hoi' where code = $1`, [code]);
  standIn.setFault(({ path, method }) => {
    const isFeedback = method === 'PATCH' && path.includes(feedbackTable);
    return isFeedback
      ? { kind: 'status', status: 403, body: { error: { type: 'INVALID_PERMISSIONS' } } }
      : null;
  });
  const layout = await db.query(`select value from sync_memory where name like 'layout%'`);
  const feedbackTable = String(layout.rows[0]?.value.tables['Phản hồi'].id);
  await db.query(
    `update deliveries set delivered_at = null, record_id = null, written_at = null, next_attempt_at = now()`,
  );
  await file(intakeTools(db), goodNomination({ name: 'Tập thể khác' }));
  const report = await syncOnce(db, standIn);
  expect(report.problems.join()).toContain('delivery of phan-hoi');
  const { rows } = await db.query(
    'select s.form from deliveries d join submissions s using (code) where delivered_at is null',
  );
  expect(rows).toEqual([{ form: 'phan-hoi' }]);
});
