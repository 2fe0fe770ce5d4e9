import { airtableBackOffice } from '../../../../src/back-office/airtable/back-office.ts';
import { pacedRun } from '../../../../src/back-office/sync/airtable-rate-limit.ts';
import { syncState } from '../../../../src/back-office/sync/sync-state.ts';
import { phanHoi } from '../../../../src/filing/definitions/phan-hoi.ts';
import type { PulledRow } from '../../../../src/filing/delivery/pulled-row.ts';
import { expect, syncOnce, test } from '../../../fixtures/back-office.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';
import { closingTime, countingRows } from '../../../fixtures/counting-rows.ts';
import { exampleAnswers } from '../../../fixtures/example-answers.ts';
import { file, intakeTools } from '../../../fixtures/intake.ts';
import { hurriedPace } from '../../../fixtures/sync-once.ts';
import { planRow } from '../../../fixtures/unit-filings.ts';

type RowColumns = Pick<PulledRow, 'recordId' | 'columns'>;

/** What was read of a row; a decision says the same of it as its cells. */
const rowOf = ({
  recordId,
  columns,
  ...read
}: RowColumns & { shared?: object; cells?: Record<string, unknown> }): PulledRow => ({
  recordId,
  ...(columns && { columns }),
  cells: read.cells ?? { ...read, ...read.shared },
});

/** A row whose column for a property is deleted. */
const without = ({ columns, ...row }: PulledRow, property: string): PulledRow => {
  const { [property]: _, ...cells } = row.cells;
  return { ...row, cells, columns: { names: columns?.names ?? {}, unavailable: [property] } };
};

for (const { table, cells, store, ends, take, isFiled } of countingRows)
  test(`whichever column of “${table}” is deleted, a row counts on as it was, and taking it back takes effect`, async ({
    db,
    standIn,
    staff,
  }) => {
    if (isFiled) {
      const answers = exampleAnswers(phanHoi, { unitName: 'Đơn vị thử', publicConsent: true });
      await file(intakeTools(db), answers, {}, 'phan-hoi');
      await syncOnce(db, standIn);
      await staff.change(table, (await staff.rows(table))[0]?.id ?? '', cells);
    } else await staff.create(table, cells);
    await syncOnce(db, standIn);
    const address = { token: 'local', baseId: standIn.baseId, endpointUrl: standIn.url };
    const office = airtableBackOffice({ ...address, ...pacedRun(db, hurriedPace) }, syncState(db));
    const sources = [
      ...office.settings,
      ...office.filings,
      { name: 'Áp dụng', source: office.adoptions },
      ...office.decisions,
    ];
    const source = sources.find(({ name }) => name === table)?.source;
    const [read] = (await source?.ask({ since: null, offset: null }))?.rows ?? [];
    if (!read) throw new Error('no row was read');
    const row = rowOf(read);
    const stored = async () => {
      const { rows } = await db.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from ${store} t`,
      );
      return rows.map(({ row: { seen_at: _, ...kept } }) => kept);
    };
    const before = await stored();
    expect(before, 'it counts').toHaveLength(1);
    for (const property of Object.keys(row.columns?.names ?? {})) {
      await take(db, [without(row, property)]);
      expect(await stored(), `without “${property}”`).toEqual(before);
      for (const [end, value] of Object.entries(ends)) {
        if (end === property) continue;
        const ended = without({ ...row, cells: { ...row.cells, [end]: value } }, property);
        await take(db, [ended]);
        expect(await stored(), `without “${property}”, ${end} taken back`).toEqual([]);
        await db.query('delete from row_losses');
        await db.query(
          `insert into ${store} select * from jsonb_populate_record(null::${store}, $1) on conflict do nothing`,
          [JSON.stringify({ ...before[0], seen_at: new Date() })],
        );
      }
    }
  });

test('a unit whose plan may not be named any more is named no more, whatever else is wrong with its row', async ({
  db,
  standIn,
  staff,
}) => {
  const row = await staff.create('Kế hoạch đơn vị', planRow());
  await syncOnce(db, standIn);
  await staff.change('Kế hoạch đơn vị', row, {
    'Mã đơn vị': '',
    'Đơn vị ban hành': '',
    'Đồng ý công khai': false,
  });
  await syncOnce(db, standIn);
  const { rows } = await db.query('select shown -> $1 as plan from unit_filings', ['plan']);
  expect(rows).toEqual([{ plan: null }]);
});

test('the year column of times is deleted: a row that closes a form closes it all the same', async ({
  db,
  standIn,
  staff,
}) => {
  await baseChanges(standIn).deleteColumn('Mốc thời gian', 'Năm báo cáo');
  const { 'Năm báo cáo': _, ...others } = closingTime;
  await staff.create('Mốc thời gian', others);
  await syncOnce(db, standIn);
  expect((await db.query('select from settings')).rowCount).toBe(1);
});
