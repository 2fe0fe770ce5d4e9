import { decisionTables } from '../../../../src/back-office/airtable/columns.ts';
import { waitingRows } from '../../../../src/back-office/waiting-rows.ts';
import { expect, syncOnce, test } from '../../../fixtures/delivered-nomination.ts';

const firstState = (table: (typeof decisionTables)[number]) =>
  table.columns.find(({ name }) => name === 'Trạng thái')?.choices?.[0];

for (const table of decisionTables)
  test(`a row of “${table.name}” that staff decide on without a code says that nobody is told`, async ({
    db,
    standIn,
    staff,
  }) => {
    const id = await staff.create(table.name, { 'Trạng thái': firstState(table) });
    await staff.create(table.name, {});
    await syncOnce(db, standIn);
    const why = (await staff.rows(table.name)).map(({ fields }) => fields['Vì sao']);
    expect(why).toEqual([expect.stringMatching(/^Cột “Mã hồ sơ”: còn trống/), undefined]);
    expect(await waitingRows(db)).toEqual([expect.objectContaining({ recordId: id, table: table.name })]);
    await staff.change(table.name, id, { 'Trạng thái': null });
    await syncOnce(db, standIn);
    expect(await waitingRows(db)).toEqual([]);
  });

test('a nomination chosen for a story without its code says which code was deleted', async ({
  db,
  standIn,
  staff,
  record,
  code,
}) => {
  const change = async (cells: Record<string, unknown>) => {
    await staff.change('Đề cử', record, cells);
    await syncOnce(db, standIn);
    return (await staff.rows('Đề cử'))[0]?.fields['Vì sao'];
  };
  const cleared = { 'Mã hồ sơ': null, 'Trạng thái': null, 'Chọn làm điển hình': true };
  expect(await change(cleared)).toContain(`Ghi lại mã ${code}.`);
  expect(await change({ 'Mã hồ sơ': code, 'Trạng thái': 'Đang kiểm tra' })).toBeUndefined();
});
