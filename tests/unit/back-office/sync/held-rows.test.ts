import { phanHoi } from '../../../../src/filing/definitions/phan-hoi.ts';
import { eraseSubmission } from '../../../../src/filing/privacy/erase.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { adoptionRow } from '../../../fixtures/adoptions.ts';
import { expect, type staffOf, syncOnce, test } from '../../../fixtures/back-office.ts';
import { exampleAnswers } from '../../../fixtures/example-answers.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { planRow, reportRow } from '../../../fixtures/unit-filings.ts';

type Staff = ReturnType<typeof staffOf>;

/** A table whose rows make something count: how a row is made, what in it takes it back, and where it is stored. */
interface Counting {
  row: (number: number) => Record<string, unknown>;
  ends: Record<string, unknown>;
  store: string;
  /** Its submissions come by the form, and staff then fill the cells of `row`. */
  isFiled?: boolean;
}

const tables: Record<string, Counting> = {
  'Áp dụng': {
    row: (number) => adoptionRow({ 'Đơn vị áp dụng': `Đơn vị ${number}` }),
    ends: { 'Đồng ý công khai': false },
    store: 'adoptions',
  },
  'Kế hoạch đơn vị': {
    row: () => planRow(),
    ends: { 'Trạng thái': 'Mới tiếp nhận' },
    store: 'unit_filings',
  },
  'Báo cáo năm': { row: () => reportRow(), ends: { 'Trạng thái': null }, store: 'unit_filings' },
  'Phản hồi': {
    row: (number) => ({
      'Trạng thái': 'Đã trả lời',
      'Câu hỏi công khai': `Báo cáo thứ ${number} gửi về đâu?`,
      'Trả lời công khai': 'Gửi về Sở Nội vụ.',
      'Đăng ở Hỏi đáp': true,
    }),
    ends: { 'Đăng ở Hỏi đáp': false },
    store: 'public_answers',
    isFiled: true,
  },
  'Mốc thời gian': {
    row: (number) => ({
      Tên: `Nghỉ lần ${number}`,
      Loại: 'Ngày nghỉ',
      'Từ lúc': '2026-09-02T00:00:00Z',
      'Đến lúc': '2026-09-02T00:00:00Z',
      'Áp dụng': true,
    }),
    ends: { 'Áp dụng': false },
    store: 'settings',
  },
};

async function make(
  db: Database,
  staff: Staff,
  table: string,
  { row, isFiled }: Counting,
  sync: () => Promise<unknown>,
) {
  const numbers = [1, 2, 3];
  if (!isFiled) return Promise.all(numbers.map((number) => staff.create(table, row(number))));
  for (const number of numbers)
    await file(
      intakeTools(db),
      exampleAnswers(phanHoi, { unitName: `Đơn vị thứ ${number}`, publicConsent: true }),
      {},
      'phan-hoi',
    );
  await sync();
  const rows = await staff.rows(table);
  for (const [index, { id }] of rows.entries()) await staff.change(table, id, row(index));
  return rows.map(({ id }) => id);
}

for (const [table, counting] of Object.entries(tables))
  for (const way of ['unticked', 'deleted'] as const)
    test(`all rows of “${table}” ${way} at once count on until staff confirm; one alone goes at once`, async ({
      db,
      standIn,
      staff,
    }) => {
      const sync = () => syncOnce(db, standIn);
      const count = async () =>
        (await db.query<{ count: number }>(`select count(*)::int as count from ${counting.store}`)).rows[0]
          ?.count;
      const end = async (ids: readonly string[]) => {
        for (const id of ids)
          await (way === 'deleted' ? staff.remove(table, id) : staff.change(table, id, counting.ends));
        await sync();
      };
      const matter = async () =>
        (await staff.rows('Vận hành')).find(({ fields }) => String(fields['Việc']).endsWith(`: ${table}`));
      const [first = '', ...others] = await make(db, staff, table, counting, sync);
      await sync();
      expect(await count()).toBe(3);
      await end([first]);
      expect(await count(), 'one alone').toBe(2);
      await db.query(`update row_losses set lost_at = now() - interval '2 hours'`);
      await end(others);
      expect(await count(), 'all at once').toBe(2);
      await db.query(`update sync_memory set value = value || '{"fullAt": null}' where value ? 'fullAt'`);
      await sync();
      expect(await count(), 'after a complete listing').toBe(2);
      expect((await matter())?.fields['Chi tiết']).toContain('2 hàng không còn hiệu lực');
      if (way === 'unticked') {
        const told = (await staff.rows(table)).find(({ id }) => id === others[0]);
        expect(told?.fields['Vì sao']).toContain('Xem bảng “Vận hành”');
      }
      await staff.change('Vận hành', (await matter())?.id ?? '', { 'Đồng ý': true });
      await sync();
      expect(await count(), 'confirmed').toBe(0);
      await sync();
      expect((await matter())?.fields['Chi tiết']).toBe('Đã xong.');
    });

test('rows that are mended are held no longer; what was erased goes in any number', async ({
  db,
  standIn,
  staff,
}) => {
  const sync = () => syncOnce(db, standIn);
  const counting = tables['Phản hồi'];
  if (!counting) throw new Error('no table');
  const ids = await make(db, staff, 'Phản hồi', counting, sync);
  await sync();
  for (const id of ids) await staff.change('Phản hồi', id, counting.ends);
  await sync();
  expect((await db.query('select from row_losses where held')).rowCount).toBe(3);
  for (const id of ids) await staff.change('Phản hồi', id, { 'Đăng ở Hỏi đáp': true });
  await sync();
  expect((await db.query('select from row_losses')).rowCount).toBe(0);
  const { rows } = await db.query<{ code: string }>('select code from submissions');
  for (const { code } of rows) await eraseSubmission(db, code, 'yeu-cau');
  await sync();
  expect((await db.query('select from public_answers')).rowCount).toBe(0);
});
