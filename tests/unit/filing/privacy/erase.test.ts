import { eraseExpired, eraseSubmission } from '../../../../src/filing/privacy/erase.ts';
import { exportSubmission } from '../../../../src/filing/privacy/export.ts';
import type { Retention } from '../../../../src/filing/privacy/retention.ts';
import { expect, syncOnce, test } from '../../../fixtures/back-office.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const undecided: Retention = {
  'khong-du-dieu-kien': null,
  'trung-lap': null,
  'rut-de-cu': null,
  'rut-phieu': null,
  'da-tra-loi': null,
};

test('an erased submission is in no table and no row of the back office; only the erasure itself is recorded', async ({
  db,
  standIn,
  staff,
}) => {
  const codes: string[] = [];
  for (const name of ['Tập thể một', 'Tập thể hai'])
    codes.push((await (await file(intakeTools(db), goodNomination({ name }))).json()).code);
  const [erased = '', kept = ''] = codes;
  await syncOnce(db, standIn);
  expect(JSON.stringify(await exportSubmission(db, erased))).toContain('Tập thể một');
  expect(await eraseSubmission(db, erased, 'yeu-cau')).toBe(true);
  expect(await eraseSubmission(db, erased, 'yeu-cau')).toBe(false);
  expect((await syncOnce(db, standIn)).problems).toEqual([]);
  expect((await staff.rows('Đề cử')).map(({ fields }) => fields['Mã hồ sơ'])).toEqual([kept]);
  for (const table of ['submissions', 'deliveries', 'supplements', 'erased_submissions']) {
    const { rows } = await db.query(`select to_jsonb(t)::text as text from ${table} t`);
    expect(rows.map(({ text }) => text).join()).not.toContain('Tập thể một');
  }
  expect(await exportSubmission(db, erased)).toMatchObject({ erased: { code: erased, reason: 'yeu-cau' } });
  expect(await exportSubmission(db, 'DN26-0000-0000-00')).toBeNull();
});

test('an erasure ends once a later check finds nothing: neither a changed code nor a late delivery hides a row', async ({
  db,
  standIn,
  staff,
}) => {
  const { code } = await (await file(intakeTools(db), goodNomination({ name: 'Tập thể một' }))).json();
  await syncOnce(db, standIn);
  const [row] = await staff.rows('Đề cử');
  await staff.change('Đề cử', row?.id ?? '', { 'Mã hồ sơ': `${code}x` });
  await eraseSubmission(db, code, 'yeu-cau');
  const later = () =>
    db.query(
      `update erased_submissions set erased_at = erased_at - interval '3 minutes', looked_at = looked_at - interval '3 minutes'`,
    );
  const isDone = async () => {
    await syncOnce(db, standIn);
    const { rows } = await db.query('select row_deleted_at from erased_submissions');
    return rows[0]?.row_deleted_at !== null;
  };
  expect(await isDone()).toBe(false);
  expect(await staff.rows('Đề cử')).toEqual([]);
  // A sync that had claimed the row before the erasure writes it only now.
  await staff.create('Đề cử', { 'Mã hồ sơ': code, 'Đối tượng': 'Tập thể một' });
  await later();
  expect(await isDone()).toBe(false);
  expect(await staff.rows('Đề cử')).toEqual([]);
  await later();
  expect(await isDone()).toBe(true);
});

test('a row that was never delivered is erased as well', async ({ db, standIn, staff }) => {
  const { code } = await (await file(intakeTools(db), goodNomination())).json();
  await eraseSubmission(db, code, 'yeu-cau');
  expect((await syncOnce(db, standIn)).problems).toEqual([]);
  expect(await staff.rows('Đề cử')).toEqual([]);
});

test('closed submissions are erased after their months, but none before the owner sets the time', async ({
  db,
}) => {
  await file(intakeTools(db), goodNomination());
  await db.query(`update submissions set state = 'trung-lap', changed_at = now() - interval '13 months'`);
  expect(await eraseExpired(db, undecided)).toBe(0);
  expect(await eraseExpired(db, { ...undecided, 'rut-de-cu': 1, 'trung-lap': 14 })).toBe(0);
  expect(await eraseExpired(db, { ...undecided, 'trung-lap': 12 })).toBe(1);
});
