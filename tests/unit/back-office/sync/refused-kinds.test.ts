import type { AirtableStandIn } from '../../../../scripts/airtable-stand-in/server.ts';
import { tableOfForm } from '../../../../src/back-office/airtable/columns.ts';
import { waitingRows } from '../../../../src/back-office/waiting-rows.ts';
import { forms } from '../../../../src/filing/definitions/registry.ts';
import type { Database } from '../../../../src/platform/postgres.ts';
import { expect, type staffOf, syncOnce, test } from '../../../fixtures/back-office.ts';
import { baseChanges } from '../../../fixtures/change-base.ts';
import { queue } from '../../../fixtures/delivery-queue.ts';
import { filedAs } from '../../../fixtures/filed-as.ts';

type Base = ReturnType<typeof baseChanges>;

/** What a base may do to a column so that it refuses what a unit wrote there, and how staff mend it. */
const refusals = [
  {
    way: 'a column of text became a list of choices',
    types: ['multilineText', 'singleLineText'],
    spoil: (base: Base, table: string, column: string) => base.retype(table, column, 'singleSelect'),
    mend: (base: Base, table: string, column: string, type: string) => base.retype(table, column, type),
  },
  {
    way: 'a choice was deleted',
    types: ['singleSelect', 'multipleSelects'],
    spoil: (base: Base, table: string, column: string, _: string, choice: string) =>
      base.deleteChoice(table, column, choice),
    mend: (base: Base, table: string, column: string, _: string, choice: string) =>
      base.addChoice(table, column, choice),
  },
] as const;

/** Columns that say what every row says, or that the base itself needs. */
const ofEveryRow = ['Mã hồ sơ', 'Trạng thái', 'Loại đề cử'];

/** Columns of one of these types which the row of a submission fills, each with its first value. */
async function filledColumns(staff: ReturnType<typeof staffOf>, form: string, types: readonly string[]) {
  const table = tableOfForm[form];
  const [row] = await staff.rows(table?.name ?? '');
  const columns = table?.columns ?? [];
  return Object.entries(row?.fields ?? {}).flatMap(([name, cell]) => {
    const column = columns.find((one) => one.name === name && types.includes(one.type));
    const [value] = [cell].flat();
    return column && !ofEveryRow.includes(name) && typeof value === 'string'
      ? [{ name, type: column.type, value }]
      : [];
  });
}

/** As if the submission had not been sent yet. */
async function unsend(
  db: Database,
  standIn: AirtableStandIn,
  staff: ReturnType<typeof staffOf>,
  table: string,
) {
  for (const { id } of await staff.rows(table)) await baseChanges(standIn).deleteRow(table, id);
  await db.query('delete from base_rows');
  await db.query('delete from base_changes');
  await db.query(
    `update deliveries set delivered_at = null, written_at = null, record_id = null, attempts = 0, next_attempt_at = now()`,
  );
}

const schemaIsOld = (db: Database) =>
  db.query(
    `update sync_memory set value = jsonb_set(value, '{seenAt}', '"1970-01-01T00:00:00Z"') where name like 'layout %'`,
  );
const dayLater = (db: Database) =>
  db.query(`update deliveries set set_aside_at = set_aside_at - interval '25 hours'`);
const toldOf = async (db: Database, code: string) =>
  (await waitingRows(db)).filter((row) => row.code === code);
const aside = async (db: Database) => (await queue(db)).filter(({ set_aside_at: at }) => at !== null).length;

for (const form of forms)
  for (const { way, types, spoil, mend } of refusals)
    test(`what ${form.id} fills is refused and tried again, each day and once the base is mended: ${way}`, async ({
      db,
      standIn,
      staff,
    }) => {
      const table = form.table.name;
      const base = baseChanges(standIn);
      const code = await filedAs(db, form);
      await syncOnce(db, standIn);
      const columns = await filledColumns(staff, form.id, types);
      const [column] = columns;
      test.skip(column === undefined, 'The example fills no such column.');
      const { name, type, value } = column ?? { name: '', type: '', value: '' };
      await unsend(db, standIn, staff, table);
      await spoil(base, table, name, type, value);
      for (let run = 0; run < 3; run += 1) await syncOnce(db, standIn);
      const told = await toldOf(db, code);
      expect(told, `“${name}” is told`).toMatchObject([{ code, why: expect.stringContaining('tự gửi lại') }]);
      expect(await aside(db)).toBe(1);
      await dayLater(db);
      expect(await syncOnce(db, standIn), 'a day later').toMatchObject({ setAside: 1 });
      expect(await syncOnce(db, standIn), 'and once').toMatchObject({ setAside: 0 });
      expect((await toldOf(db, code))[0]?.since).toEqual(told[0]?.since);

      await mend(base, table, name, type, value);
      await schemaIsOld(db);
      for (let run = 0; run < 2; run += 1) await syncOnce(db, standIn);
      expect((await staff.rows(table)).map(({ fields }) => fields['Mã hồ sơ'])).toEqual([code]);
      expect((await staff.rows(table))[0]?.fields[name], 'the answer is there').toBeTruthy();
      expect(await waitingRows(db)).toEqual([]);
    });
