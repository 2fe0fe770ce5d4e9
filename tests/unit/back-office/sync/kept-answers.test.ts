import { waitingRows } from '../../../../src/back-office/waiting-rows.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { answerWith } from '../../../fixtures/after-filing.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';
import { test as base, expect, syncOnce } from '../../../fixtures/delivered-nomination.ts';

const table = 'Đề cử';

interface KeptRow {
  /** Staff type into cells; then the sync runs until it has nothing left to say. */
  type: (cells: Record<string, unknown>) => Promise<void>;
  /** The unit answers what it is asked again. */
  answer: (answers: Record<string, string>) => Promise<void>;
  why: () => Promise<unknown>;
}

const settle = async (sync: () => Promise<unknown>) => {
  for (let run = 0; run < 2; run += 1) await sync();
};

/** A nomination of which staff mended two answers before the unit changed them, too: both are kept. */
const test = base.extend<{ kept: KeptRow }>({
  kept: async ({ db, standIn, staff, code, record }, use) => {
    const sync = () => syncOnce(db, standIn);
    const answer = async (answers: Record<string, string>) => {
      await db.query(`update submissions set state = 'yeu-cau-bo-sung', asked = $1`, [Object.keys(answers)]);
      await answerWith(db, code, answers);
      await settle(sync);
    };
    await baseChanges(standIn).type(table, record, {
      'Sơ lược': 'Cán bộ sửa.',
      'Đối tượng': 'Tên cán bộ sửa',
    });
    await answer({ summary: 'Đơn vị sửa.', name: 'Tên đơn vị sửa' });
    await use({
      type: async (cells) => {
        await baseChanges(standIn).type(table, record, cells);
        await settle(sync);
      },
      answer,
      why: async () => (await staff.rows(table))[0]?.fields['Vì sao'],
    });
  },
});

const both =
  /“Đối tượng” thành “Tên đơn vị sửa”.*\n.*“Sơ lược” thành “Đơn vị sửa\.”|“Sơ lược” thành “Đơn vị sửa\.”.*\n.*“Đối tượng” thành “Tên đơn vị sửa”/;

test('a kept answer is told until the two agree, or staff write it anew, one column at a time', async ({
  db,
  kept,
}) => {
  expect(await kept.why()).toMatch(both);
  await kept.type({ 'Trạng thái': 'Đang kiểm tra' });
  expect(await kept.why(), 'nothing was settled').toMatch(both);
  await kept.type({ 'Đối tượng': ' Tên đơn vị  sửa ' });
  expect(await kept.why(), 'the same but for blanks').not.toContain('Đối tượng');
  expect(await kept.why()).toContain('“Sơ lược” thành “Đơn vị sửa.”');
  await kept.type({ 'Sơ lược': 'Cán bộ viết lại từ hai bản.' });
  expect(await kept.why()).toBeUndefined();
  expect(await waitingRows(db)).toEqual([]);
});

test('a unit that comes round to the words of staff, or says a third thing, is told as it is now', async ({
  kept,
}) => {
  await kept.answer({ summary: 'Cán bộ sửa.', name: 'Tên thứ ba' });
  expect(await kept.why()).toMatch(/^Đơn vị đã sửa câu trả lời ở cột “Đối tượng” thành “Tên thứ ba”/);
  await kept.type({ 'Đối tượng': 'Tên thứ ba' });
  expect(await kept.why()).toBeUndefined();
});

test('a kept answer is compared again after a listing, too, where no change is told', async ({
  db,
  standIn,
  staff,
  record,
  kept,
}) => {
  await staff.change(table, record, { 'Sơ lược': 'Đơn vị sửa.', 'Đối tượng': 'Tên đơn vị sửa' });
  await db.query(`delete from sync_memory where name like 'decisions %'`);
  await settle(() => syncOnce(db, standIn));
  expect(await kept.why()).toBeUndefined();
});

test('a later decision ends what is told of kept answers, and no look brings it back', async ({ kept }) => {
  await kept.type({ 'Trạng thái': 'Đang kiểm tra' });
  await kept.type({ 'Trạng thái': 'Đang thẩm định' });
  expect(await kept.why()).toBeUndefined();
  await kept.type({ 'Thành tích': 'Cán bộ sửa ô khác.' });
  expect(await kept.why()).toBeUndefined();
});

const stateOf = async (db: Database) => (await db.query('select state from submissions')).rows[0]?.state;

test('a kept answer leaves the check of moves as it is', async ({ db, kept }) => {
  await db.query(`update submissions set state = 'da-co-quyet-dinh'`);
  await kept.type({ 'Trạng thái': 'Mới tiếp nhận' });
  expect(await stateOf(db)).toBe('da-co-quyet-dinh');
  expect(await kept.why()).toContain('không chuyển thẳng sang “Mới tiếp nhận” được');
  expect(await kept.why()).toMatch(both);
});

test('rows with kept answers cost no call while nobody changes them', async ({ db, standIn, kept }) => {
  expect(await kept.why()).toMatch(both);
  await syncOnce(db, standIn);
  const before = standIn.counts().accepted;
  await syncOnce(db, standIn);
  expect(standIn.counts().accepted - before).toBe(1);
});
