import type { Column } from '../../../../src/back-office/airtable/column.ts';
import { tables } from '../../../../src/back-office/airtable/columns.ts';
import { recordPublication } from '../../../../src/gallery/stories/server/publication-log.ts';
import { readPublished } from '../../../../src/gallery/stories/server/store.ts';
import { expect, stories, storyRow, syncOnce, test } from '../../../fixtures/back-office.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { goodNomination } from '../../../fixtures/nominations.ts';

const site = { siteUrl: 'https://thidua.example' };

/** Something that the sync would never write. */
function wrongValue({ type, choices }: Column): string {
  if (type === 'singleSelect') return choices?.at(-1) ?? '';
  if (type === 'dateTime') return '2029-01-01T00:00:00.000Z';
  return type === 'url' ? 'https://sai.example/' : 'cán bộ gõ nhầm';
}

/** Every column that the sync alone writes, in tables of which these rows are made. */
const rows: Readonly<Record<string, Record<string, unknown> | null>> = {
  [stories]: storyRow({ Loại: 'Mô hình' }),
  'Đợt công bố': { Tên: 'Đợt thử' },
  'Đề cử': null,
};

for (const [name, cells] of Object.entries(rows)) {
  const columns = tables.find((table) => table.name === name)?.columns.filter(({ told }) => told) ?? [];
  const only = (fields: Record<string, unknown> = {}) =>
    Object.fromEntries(
      columns.flatMap((column) => (column.name in fields ? [[column.name, fields[column.name]]] : [])),
    );

  test(`what staff type over or empty in the ${columns.length} columns of the sync in “${name}” is true again after the next run`, async ({
    db,
    standIn,
    staff,
  }) => {
    const sync = () => syncOnce(db, standIn, site);
    await (cells ? staff.create(name, cells) : file(intakeTools(db), goodNomination()));
    await sync();
    await recordPublication(db, await readPublished(db, { samples: false }));
    for (let run = 0; run < 3; run += 1) await sync();
    const [row] = await staff.rows(name);
    const written = only(row?.fields);
    const now = async () => only((await staff.rows(name))[0]?.fields);
    const { type } = baseChanges(standIn);
    const listAll = () =>
      db.query(`delete from sync_memory where name not like 'layout %' and name not in ('feed', 'rebuild')`);
    for (const column of columns)
      for (const value of [wrongValue(column), null]) {
        await type(name, row?.id ?? '', { [column.name]: value });
        await sync();
        expect(await now(), column.name).toEqual(written);
        await staff.change(name, row?.id ?? '', { [column.name]: value });
        await listAll();
        await sync();
        expect(await now(), `${column.name}, listed`).toEqual(written);
      }
    const before = standIn.counts().accepted;
    await sync();
    expect(standIn.counts().accepted - before, 'nothing is written again').toBe(1);
    const asked: string[] = [];
    standIn.setFault(({ method }) => {
      asked.push(method);
      return null;
    });
    await listAll();
    await sync();
    expect(asked.length).toBeGreaterThan(1);
    expect(asked, 'nor after a listing').not.toContain('PATCH');
  });
}

test('what another program writes is told from our own writing by what it says', async ({
  db,
  standIn,
  staff,
}) => {
  const { code } = await (await file(intakeTools(db), goodNomination())).json();
  await syncOnce(db, standIn);
  const calls = async () => {
    const before = standIn.counts().accepted;
    await syncOnce(db, standIn);
    return standIn.counts().accepted - before;
  };
  await calls();
  expect(await calls(), 'our own delivery is not read back').toBe(1);
  const whyOf = async (id: string) =>
    String((await staff.rows('Đề cử')).find((row) => row.id === id)?.fields['Vì sao'] ?? '');
  const copy = await staff.create('Đề cử', { 'Mã hồ sơ': code, 'Trạng thái': 'Không đủ điều kiện' });
  const unknown = await staff.create('Đề cử', { 'Mã hồ sơ': 'DN26-XXXX', 'Trạng thái': 'Đang kiểm tra' });
  await calls();
  expect(await whyOf(copy)).toContain('bản chép');
  expect(await whyOf(unknown)).toContain('Không có phiếu nào mang mã');
  await staff.change('Đề cử', copy, { 'Vì sao': 'chương trình khác ghi' });
  await calls();
  expect(await whyOf(copy), 'written again').toContain('bản chép');
  await calls();
  expect(await calls(), 'and then left alone').toBe(1);
});
