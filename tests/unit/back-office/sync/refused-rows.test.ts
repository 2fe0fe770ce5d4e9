import { waitingRows } from '../../../../src/back-office/waiting-rows.ts';
import { requeueSetAside } from '../../../../src/filing/delivery/queue.ts';
import { expect, syncOnce, test } from '../../../fixtures/back-office.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';
import { queue } from '../../../fixtures/delivery-queue.ts';
import { fileMany } from '../../../fixtures/intake.ts';

const nominations = 'Đề cử';

test('one bad row is set aside with the reason, and the others arrive', async ({ db, standIn, staff }) => {
  const codes = await fileMany(db, 10);
  await db.query(`update submissions set answers = answers || '{"size": "nhiều"}' where code = $1`, [
    codes[3],
  ]);
  expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 9, setAside: 1 });
  const arrived = (await staff.rows(nominations)).map(({ fields }) => fields['Mã hồ sơ']);
  expect(arrived).toHaveLength(9);
  expect(arrived).not.toContain(codes[3]);
  const [aside] = (await queue(db)).filter(({ set_aside_at }) => set_aside_at !== null);
  expect(aside).toMatchObject({
    code: codes[3],
    last_error: expect.stringContaining('INVALID_VALUE_FOR_COLUMN'),
  });

  await db.query(`update submissions set answers = answers || '{"size": 5}' where code = $1`, [codes[3]]);
  expect(await requeueSetAside(db)).toBe(1);
  expect(await syncOnce(db, standIn)).toMatchObject({ delivered: 1 });
});

test('what was refused is tried again once the base was mended, and each day; staff read since when it waits', async ({
  db,
  standIn,
  staff,
}) => {
  const base = baseChanges(standIn);
  const aside = async () => (await queue(db)).filter(({ set_aside_at }) => set_aside_at !== null).length;
  const since = async () => (await waitingRows(db)).map((row) => row.since.getTime());
  const readBase = () =>
    db.query(
      `update sync_memory set value = jsonb_set(value, '{seenAt}', '"1970-01-01T00:00:00Z"') where name like 'layout %'`,
    );
  await syncOnce(db, standIn);
  await base.retype(nominations, 'Sơ lược', 'singleSelect');
  const [code] = await fileMany(db, 1);
  for (let run = 0; run < 3; run += 1) await syncOnce(db, standIn);
  expect(await aside()).toBe(1);
  const first = await since();
  expect((await waitingRows(db))[0]).toMatchObject({ code, why: expect.stringContaining('tự gửi lại') });
  const before = standIn.counts().accepted;
  await syncOnce(db, standIn);
  expect(standIn.counts().accepted - before, 'a row that waits costs no call').toBe(1);
  await db.query(`update deliveries set set_aside_at = now() - interval '25 hours'`);
  expect(await syncOnce(db, standIn), 'a day later').toMatchObject({ setAside: 1 });
  expect(await since()).toEqual(first);

  await base.retype(nominations, 'Sơ lược', 'multilineText');
  await readBase();
  await syncOnce(db, standIn);
  await syncOnce(db, standIn);
  expect((await staff.rows(nominations)).map(({ fields }) => fields['Mã hồ sơ'])).toEqual([code]);
  expect(await waitingRows(db)).toEqual([]);
});

test('when a whole chunk is refused for one reason the base is at fault: the rows wait', async ({
  db,
  standIn,
}) => {
  await fileMany(db, 3);
  await db.query(`update submissions set answers = answers || '{"criteria": ["khong-co"]}'`);
  const report = await syncOnce(db, standIn);
  expect(report).toMatchObject({ delivered: 0, setAside: 0 });
  expect(report.failure).toContain('INVALID_MULTIPLE_CHOICE_OPTIONS');
  for (const row of await queue(db)) expect(row).toMatchObject({ set_aside_at: null, attempts: 1 });
});
